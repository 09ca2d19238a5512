import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page, takePicture } from './browser.ts';
import { delivery, inbound, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

vi.setConfig({ testTimeout: 90_000 });
/** What each answer of the inbox takes where the page has to wait for several. */
const SLOW_MS = 500;
const WAIT = { timeout: 20_000 };

describe.skipIf(!hasBrowser)('the page, in Chromium', () => {
  let browser: Browser;
  let inbox: Harness;
  let page: Page;
  let complaints: string[];
  let count = 0;

  beforeAll(async () => {
    [browser, inbox] = await Promise.all([launchBrowser(), startHarness()]);
  });
  afterAll(async () => {
    await browser.close();
    await inbox.close();
  });
  beforeEach(async () => {
    ({ page, complaints } = await openPage(browser));
    await page.goto(inbox.pageUrl);
    await expect.poll(() => page.locator('#live').textContent(), WAIT).toBe('Live');
  });
  afterEach(async () => {
    await page.close();
    inbox.service.sent.splice(0);
  });

  /** Somebody who wrote; the name is a number that nobody else has. */
  async function someone(): Promise<{ number: string; id: string }> {
    count += 1;
    const identity = `4671${String(count).padStart(7, '0')}`;
    await write(identity, `Question of ${identity}`, `2026-03-01T00:00:${String(count).padStart(2, '0')}Z`);
    return { number: `+${identity}`, id: (await inbox.conversationWith(identity)).id };
  }

  async function write(identity: string, words: string, at: string): Promise<void> {
    const callback = inbound({ channel: 'SMS', identity }, `${identity} ${words}`, text(words));
    callback.message.accept_time = at;
    await inbox.callback(callback);
  }

  const row = (number: string) => page.locator('#conversations a', { hasText: number }).first();
  const head = () => page.locator('#name');
  const field = () => page.locator('#text');

  async function open(number: string): Promise<void> {
    await row(number).click();
    await expect.poll(() => head().textContent(), WAIT).toBe(number);
  }

  /** Where the answers went. */
  function recipients(): string[] {
    return inbox.service.sent.map(({ body }) => {
      const { identified_by: by } = body.recipient as { identified_by: { channel_identities: { identity: string }[] } };
      return `+${by.channel_identities[0]?.identity}`;
    });
  }

  /** Keeps the answers about messages away from the page until the returned function is called. */
  async function holdMessages(): Promise<() => void> {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/messages*', async (route) => {
      await held;
      await route.continue();
    });
    return letGo;
  }

  async function slowDown(latency: number): Promise<void> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
  }

  test('sends to nobody while another conversation loads, then to that one', async () => {
    const [anna, bo] = [await someone(), await someone()];
    await open(anna.number);
    await field().fill('For Anna, not sent yet');
    const letGo = await holdMessages();
    await row(bo.number).click();
    await expect.poll(() => row(bo.number).getAttribute('aria-current')).toBe('true');
    // The answer of the inbox is still on its way: nothing of Anna is left, and nothing can be written or sent.
    expect(await page.locator('#thread-open').isVisible()).toBe(false);
    expect(await page.locator('.thread').textContent()).not.toContain(anna.number);
    expect(await page.locator('#messages').textContent()).toBe('');
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await page.keyboard.type('Typed too early');
    await page.keyboard.press('Enter');
    letGo();
    await expect.poll(() => head().textContent(), WAIT).toBe(bo.number);
    expect(await page.locator('#messages').textContent()).toContain(`Question of ${bo.number.slice(1)}`);
    expect(await field().inputValue()).toBe('');
    await field().fill('For Bo');
    await page.keyboard.press('Enter');
    await expect.poll(recipients, WAIT).toEqual([bo.number]);
    expect(inbox.service.sent[0]?.body.message).toEqual({ text_message: { text: 'For Bo' } });
    await page.goBack();
    await expect.poll(() => head().textContent(), WAIT).toBe(anna.number);
    expect(await field().inputValue()).toBe('For Anna, not sent yet');
    expect(complaints).toEqual([]);
  });

  test.each(['nope', '%', '%00'])('shows nobody under an address that is not one: %s', async (id) => {
    const anna = await someone();
    await page.goto(`${inbox.url}/#/c/${anna.id}`);
    await expect.poll(() => head().textContent(), WAIT).toBe(anna.number);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/c/${id}`);
    await expect.poll(() => page.locator('#note-title').textContent(), WAIT).toBe('No such conversation');
    expect(await page.locator('#thread-open').isVisible()).toBe(false);
    expect(await page.locator('.thread').textContent()).not.toContain(anna.number);
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await page.setViewportSize({ width: 390, height: 760 });
    await takePicture(page, 'no-such-conversation-narrow');
    await page.getByRole('link', { name: 'Back to conversations' }).click();
    await expect.poll(() => row(anna.number).isVisible(), WAIT).toBe(true);
    await takePicture(page, 'list-narrow');
  });

  test('keeps what is typed while a send is under way, and sends in other conversations meanwhile', async () => {
    const [anna, bo] = [await someone(), await someone()];
    await open(anna.number);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    inbox.service.answerNext({ status: 200, body: { message_id: `HELD${count}` }, before: () => held });
    await field().fill('Slow one');
    await page.keyboard.press('Enter');
    await page.keyboard.type('next I write');
    await expect.poll(() => page.locator('#messages').textContent(), WAIT).toContain('Slow one');
    expect(await field().inputValue()).toBe('next I write');
    expect(await page.locator('#send').isDisabled()).toBe(true);
    await open(bo.number);
    await field().fill('For Bo, at once');
    await page.keyboard.press('Enter');
    await expect.poll(recipients, WAIT).toEqual([anna.number, bo.number]);
    await open(anna.number);
    answer();
    await expect.poll(() => page.locator('#send').isDisabled(), WAIT).toBe(false);
    expect(await field().inputValue()).toBe('next I write');
    expect(complaints).toEqual([]);
  });

  test('gives back what could not be sent, before what was typed since, and keeps both over a reload', async () => {
    const anna = await someone();
    await open(anna.number);
    let lose = () => {};
    const held = new Promise<void>((resolve) => {
      lose = resolve;
    });
    await page.route('**/messages', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await held;
      return route.abort();
    });
    await field().fill('Lost on its way');
    await page.keyboard.press('Enter');
    await page.keyboard.type('typed since');
    lose();
    await expect.poll(() => field().inputValue(), WAIT).toBe('Lost on its way\ntyped since');
    expect(await page.locator('#problem').textContent()).toBe('The inbox does not answer. Is it still running?');
    await page.reload();
    await expect.poll(() => head().textContent(), WAIT).toBe(anna.number);
    expect(await field().inputValue()).toBe('Lost on its way\ntyped since');
    expect(await page.locator('#problem').isVisible()).toBe(false);
    expect(recipients()).toEqual([]);
  });

  test('gives back a card that could not be sent, and keeps the text beside it', async () => {
    const anna = await someone();
    await open(anna.number);
    await field().fill('A text for later');
    await page.getByRole('button', { name: 'Card with choices' }).click();
    await page.locator('#card-title').fill('When?');
    await page.locator('#card-choices').fill(Array.from({ length: 11 }, (_, n) => `Choice ${n}`).join('\n'));
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => page.locator('#problem').textContent(), WAIT).toContain('at most 10 choices');
    expect(await page.locator('#card-title').inputValue()).toBe('When?');
    await takePicture(page, 'card');
    await page.locator('#card-choices').fill('Today\nTomorrow');
    expect(await page.locator('#problem').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(recipients, WAIT).toEqual([anna.number]);
    expect([await field().inputValue(), await page.locator('#card-title').inputValue()]).toEqual(['A text for later', '']);
  });

  test('does not take the focus from somebody who types while things load', async () => {
    const [anna, bo] = [await someone(), await someone()];
    await open(bo.number);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name');
    await slowDown(SLOW_MS);
    await row(anna.number).click();
    await field().click();
    await write(anna.number.slice(1), 'One thing more', '2026-03-01T01:00:00Z');
    const words = 'What is typed while the news of this conversation load';
    // So slow that all readings and the marking as read end meanwhile.
    await page.keyboard.type(words, { delay: (5 * SLOW_MS) / words.length });
    await expect.poll(() => page.locator('#messages').textContent(), WAIT).toContain('One thing more');
    await page.keyboard.type('!');
    expect([await head().textContent(), await field().inputValue()]).toEqual([anna.number, `${words}!`]);
    expect(complaints).toEqual([]);
  });

  test('sends a failed message again, or gives its text back', async () => {
    const anna = await someone();
    await open(anna.number);
    inbox.service.answerNext({ status: 200, body: { message_id: `FAILS${count}` } });
    await field().fill('We are here.');
    await page.keyboard.press('Enter');
    await expect.poll(recipients, WAIT).toHaveLength(1);
    const who = { channel: 'SMS', identity: anna.number.slice(1) };
    await inbox.callback(delivery(who, `FAILS${count}`, 'FAILED', 1, { code: 'RECIPIENT_NOT_REACHABLE' }));
    await expect.poll(() => page.locator('#messages').textContent(), WAIT).toContain('Failed');
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await field().inputValue()).toBe('We are here.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('text');
    await takePicture(page, 'failed-message');
    await page.setViewportSize({ width: 390, height: 760 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await takePicture(page, 'failed-message-narrow');
    await page.getByRole('button', { name: 'Send again' }).click();
    await expect.poll(recipients, WAIT).toEqual([anna.number, anna.number]);
    await expect.poll(() => page.locator('#messages').textContent(), WAIT).toMatch(/Failed, sent again[\s\S]*We are here\.[\s\S]*Accepted/);
    expect(await page.getByRole('button', { name: 'Send again' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('opens for who comes with the key from a page elsewhere, and not without', async () => {
    const stranger = await browser.newContext();
    const other = await stranger.newPage();
    await other.goto(inbox.url);
    await expect.poll(() => other.locator('h1').textContent()).toBe('This inbox needs its key');
    await takePicture(other, 'no-key');
    await other.setViewportSize({ width: 390, height: 700 });
    await takePicture(other, 'no-key-narrow');
    // Another site for the browser: a cookie that is for this site only is held back from links that come from there.
    await other.goto(inbox.url.replace('127.0.0.1', 'localhost'));
    await other.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
    }, inbox.pageUrl);
    await expect.poll(() => other.title(), WAIT).toMatch(/Inbox$/);
    expect(other.url()).toBe(`${inbox.url}/`);
    await stranger.close();
  });

  // The last one: nobody else is in the list of two hundred afterwards.
  test('sends to the conversation on the page when Back leads to one that is no longer in the list', async () => {
    const other = (n: number) =>
      write(`4672${String(n).padStart(7, '0')}`, 'Hello', `2026-03-01T00:01:${String(n % 60).padStart(2, '0')}Z`);
    const anna = await someone();
    // Nobody looks while most of them write: the page would draw its list for each.
    await page.goto('about:blank');
    await Promise.all(Array.from({ length: 180 }, (_, n) => other(n)));
    await page.goto(inbox.pageUrl);
    await open(anna.number);
    for (let n = 180; n < 201; n += 1) await other(n);
    await open('+46720000059');
    await expect.poll(() => row(anna.number).count()).toBe(0);
    await page.goBack();
    await expect.poll(() => head().textContent(), WAIT).toBe(anna.number);
    expect(await page.locator('#messages').textContent()).toContain(`Question of ${anna.number.slice(1)}`);
    await field().fill('For Anna');
    await page.keyboard.press('Enter');
    await expect.poll(recipients, WAIT).toEqual([anna.number]);
    expect(complaints).toEqual([]);
  });
});
