import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from './browser.ts';
import { type FakeBack, type Rule, startFakeBack } from './fake-back.ts';
import { placeholder } from './sample-data.ts';

vi.setConfig({ testTimeout: 90_000 });
const WAIT = { timeout: 20_000 };
const HOUR_MS = 3_600_000;
const ANNA = 'conversation-anna';
const BO = 'conversation-bo';
const sends: Rule = ({ method, path }) => method === 'POST' && path.endsWith('/messages');

describe.skipIf(!hasBrowser)('what is written in the inbox', () => {
  let browser: Browser;
  let back: FakeBack;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    back = await startFakeBack();
    back.addConversation({ id: ANNA, name: 'Anna' });
    back.addMessage(ANNA, { summary: 'Hello' });
    back.addConversation({ id: BO, name: 'Bo' });
    ({ page } = await openPage(browser));
    await open(ANNA);
    return async () => {
      await page.close();
      await back.close();
    };
  });

  const field = () => page.locator('#composer-text');
  const log = () => page.locator('.log');
  const problem = () => page.locator('.pane .problem-box');
  const send = () => page.locator('.composer button[type=submit]');
  const kind = (name: string) => page.getByRole('group', { name: 'Kind of message' }).getByRole('button', { name, exact: true }).click();
  const sent = () => back.changes.filter(sends).map(({ body }) => body as { id: string; message: { text_message?: { text: string } } });
  const sentTexts = () => sent().map(({ message }) => message.text_message?.text);

  async function open(id: string): Promise<void> {
    await page.goto(`${back.url}/#/c/${id}`);
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(id);
  }

  async function say(words: string): Promise<void> {
    await field().fill(words);
    await page.keyboard.press('Enter');
  }

  test('keeps what is typed while a send is under way, and sends in other conversations meanwhile', async () => {
    const letGo = back.hold(({ method, path }) => sends({ method, path }) && path.includes(ANNA));
    await say('Slow one');
    await page.keyboard.type('next I write');
    await expect.poll(() => log().textContent(), WAIT).toMatch(/Slow one[\s\S]*Sending/);
    expect(await field().inputValue()).toBe('next I write');
    await open(BO);
    await say('For Bo, at once');
    await expect.poll(() => back.messages.get(BO)?.length, WAIT).toBe(1);
    await open(ANNA);
    letGo();
    await expect.poll(() => send().isDisabled(), WAIT).toBe(false);
    expect(await field().inputValue()).toBe('next I write');
    expect(sentTexts()).toEqual(['Slow one', 'For Bo, at once']);
  });

  test('gives back what could not be sent, before what was typed since, and keeps both over a reload', async () => {
    const letGo = back.hold(sends);
    const mend = back.fail(sends, 503, 'The database is away.');
    await say('Lost on its way');
    await page.keyboard.type('typed since');
    letGo();
    await expect.poll(() => field().inputValue(), WAIT).toBe('Lost on its way\ntyped since');
    expect(await problem().textContent()).toBe('The database is away.');
    expect(await log().textContent()).not.toContain('Lost on its way');
    mend();
    await page.reload();
    await expect.poll(() => field().inputValue(), WAIT).toBe('Lost on its way\ntyped since');
    expect(await problem().count()).toBe(0);
    await field().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => back.messages.get(ANNA)?.at(-1)?.summary, WAIT).toBe('Lost on its way\ntyped since');
  });

  test('words without an answer keep their id: sent again they are the same message', async () => {
    const letGo = back.hold(sends);
    await page.route('**/messages', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await say('Did it go?');
    await expect.poll(() => field().inputValue(), WAIT).toBe('Did it go?');
    expect(await problem().textContent()).toBe('The inbox does not answer.');
    const kept = await page.evaluate(() => Object.values(localStorage).join());
    const [, id] = /"attempt":\{"id":"([^"]+)"/.exec(kept) ?? [];
    await page.unroute('**/messages');
    letGo();
    await page.reload();
    await expect.poll(() => field().inputValue(), WAIT).toBe('Did it go?');
    await field().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => sent().map((body) => body.id), WAIT).toEqual([id]);
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).length), WAIT).toBe(0);
  });

  test('words that arrived although no answer came leave the field by themselves', async () => {
    back.fail(sends, 0);
    await say('It went');
    await page.keyboard.type('more');
    await expect.poll(() => log().textContent(), WAIT).toContain('It went');
    await expect.poll(() => field().inputValue(), WAIT).toBe('more');
    expect(back.messages.get(ANNA)?.filter(({ summary }) => summary === 'It went')).toHaveLength(1);
  });

  test('a card that is refused stays in its fields, and the text beside it stays too', async () => {
    await field().fill('A text for later');
    await kind('Card');
    await page.getByLabel('Title').fill('When?');
    back.fail(sends, 422, 'No channel of the contact takes this.');
    await send().click();
    await expect.poll(() => problem().textContent(), WAIT).toBe('No channel of the contact takes this.');
    expect(await page.getByLabel('Title').inputValue()).toBe('When?');
    await kind('Text');
    expect(await field().inputValue()).toBe('A text for later');
  });

  test('drafts of every kind are there after a reload, each in its conversation', async () => {
    await field().fill('For Anna');
    await kind('Location');
    await page.getByLabel('Title').fill('Our shop');
    await open(BO);
    expect(await field().inputValue()).toBe('');
    await page.reload();
    await open(ANNA);
    expect(await page.getByLabel('Title').inputValue()).toBe('Our shop');
    await kind('Text');
    expect(await field().inputValue()).toBe('For Anna');
    await field().fill('');
    await kind('Location');
    await page.getByLabel('Title').fill('');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('says how many SMS a text is, and blocks one that is too long for every channel', async () => {
    await field().fill('Hello');
    expect(await page.locator('#composer-about').textContent()).toBe('5 characters · 1 SMS (GSM-7), 155 left in the last');
    await field().fill('Ż'.repeat(71));
    expect(await page.locator('#composer-about').textContent()).toBe('71 characters · 2 SMS (UCS-2), 63 left in the last');
    const address = { channel: 'WHATSAPP', identity: '+46700000001', lastInboundAt: new Date().toISOString(), optedOut: false };
    back.addConversation({ id: ANNA, name: 'Anna', channel: 'WHATSAPP', addresses: [address] });
    await page.reload();
    await field().fill('x'.repeat(10_000));
    await expect.poll(() => page.locator('.reach-blocked').count(), WAIT).toBe(1);
    expect(await send().isDisabled()).toBe(true);
    await page.keyboard.press('Enter');
    expect(sent()).toEqual([]);
  });

  test('after 24 hours only a template goes to WhatsApp, and the picker offers those of the project', async () => {
    const lastInboundAt = new Date(Date.now() - 25 * HOUR_MS).toISOString();
    back.templates = [
      {
        id: 'order-update',
        description: 'Order update',
        translations: [
          {
            language_code: 'en',
            version: '1',
            variables: [{ key: 'name', preview_value: 'Anna' }],
            text_message: { text: `Hello ${placeholder('name')}` },
          },
        ],
      },
    ] as never;
    const address = { channel: 'WHATSAPP', identity: '+46700000001', lastInboundAt, optedOut: false };
    back.addConversation({ id: ANNA, name: 'Anna', channel: 'WHATSAPP', addresses: [address] });
    await page.reload();
    await expect.poll(() => page.locator('.window.closed').textContent(), WAIT).toContain('24 hours are over');
    await field().fill('Free words');
    expect(await send().isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Choose a template' }).first().click();
    await page.getByLabel('Template', { exact: true }).selectOption({ label: 'Order update (en)' });
    await page.getByLabel('name', { exact: true }).fill('Anna');
    await expect.poll(() => page.locator('.preview').textContent(), WAIT).toContain('Hello Anna');
    await send().click();
    await expect
      .poll(() => sent().at(-1), WAIT)
      .toMatchObject({
        channel: 'WHATSAPP',
        message: {
          template_message: {
            omni_template: { template_id: 'order-update', version: '1', language_code: 'en', parameters: { name: 'Anna' } },
          },
        },
      });
  });

  test('nothing is sent to a channel that the contact has opted out of', async () => {
    const address = { channel: 'SMS', identity: '+46700000001', lastInboundAt: null, optedOut: true };
    back.addConversation({ id: ANNA, name: 'Anna', addresses: [address] });
    await page.reload();
    await field().fill('Hello again');
    await expect.poll(() => page.locator('.reach-blocked').textContent(), WAIT).toContain('has opted out of SMS');
    await page.keyboard.press('Enter');
    expect(sent()).toEqual([]);
  });

  test('a file that is too large is told before it is sent; one that is not is put in by its address', async () => {
    back.session = { ...back.session, maxUploadBytes: 1_048_576 };
    await page.reload();
    await kind('Media');
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2_097_152) });
    await expect.poll(() => page.locator('.composer').textContent(), WAIT).toContain('large.jpg has 2 MB; at most 1 MB are taken.');
    expect(back.changes.filter(({ path }) => path === '/uploads')).toEqual([]);
    await file.setInputFiles({ name: 'small.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(2_000) });
    await expect
      .poll(() => page.getByLabel('Address of the file').inputValue(), WAIT)
      .toBe('https://inbox.example.com/uploads/1/small.jpg');
    await send().click();
    await expect
      .poll(() => sent().at(-1)?.message, WAIT)
      .toEqual({
        media_message: { url: 'https://inbox.example.com/uploads/1/small.jpg', filename_override: 'small.jpg' },
      });
  });

  test('an unfinished word of an input method is not sent by Enter', async () => {
    await field().fill('かな');
    await field().evaluate((element) => {
      const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    });
    expect(sent()).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(sentTexts, WAIT).toEqual(['かな']);
  });

  test('single keys can be turned off', async () => {
    await log().focus();
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Single keys do something' }).uncheck();
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await log().focus();
    await page.keyboard.press('d');
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(back.changes.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });
});
