import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from './browser.ts';
import { type FakeBack, startFakeBack } from './fake-back.ts';
import { BO, ME } from './fake-store.ts';

vi.setConfig({ testTimeout: 90_000 });
const WAIT = { timeout: 20_000 };

describe.skipIf(!hasBrowser)('the list of conversations, and what belongs to none', () => {
  let browser: Browser;
  let back: FakeBack;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    back = await startFakeBack();
    back.addConversation({ id: 'mine', name: 'Of mine', assigneeId: ME.id });
    back.addConversation({ id: 'bos', name: 'Of Bo', assigneeId: BO.id, channel: 'WHATSAPP' });
    back.addConversation({ id: 'nobodys', name: 'Of nobody', unread: 2 });
    back.addConversation({ id: 'done', name: 'Done one', state: 'done' });
    for (const id of back.conversations.keys()) back.addMessage(id, { summary: `Words of ${id}` });
    ({ page } = await openPage(browser));
    await page.goto(back.url);
    await page.locator('.row-link').first().waitFor();
    return async () => {
      await page.close();
      await back.close();
    };
  });

  const names = () => page.locator('.row-name').allTextContents();
  const state = (name: string) => page.getByRole('group', { name: 'State', exact: true }).getByRole('button', { name }).click();

  async function menu(name: string): Promise<void> {
    await page.locator('.menu > summary').click();
    await page.locator('.menu-items').getByRole('button', { name }).click();
  }

  test('keeps a conversation that begins while an older answer is still on its way', async () => {
    const letGo = back.holdAnswer(({ path }) => path === '/conversations');
    await state('All');
    await expect.poll(() => back.requests.at(-1), WAIT).toMatch(/^GET \/conversations\?/);
    back.addConversation({ id: 'new', name: 'Just now' });
    back.addMessage('new', { summary: 'Hello' });
    back.tell('conversation', { conversationId: 'new' });
    // if it were read by itself meanwhile, the older answer would take it away again
    await vi.waitUntil(() => back.requests.includes('GET /conversations/new'), { timeout: 1_000 }).catch(() => {});
    letGo();
    await expect.poll(names, WAIT).toContain('Just now');
    await expect.poll(names, WAIT).toContain('Done one');
    expect(await names()).toContain('Just now');
  });

  test('filters by state, person, channel and what is unread, and finds words', async () => {
    expect(await names()).toEqual(['Of nobody', 'Of Bo', 'Of mine']);
    await page.getByLabel('Assigned to').selectOption('me');
    await expect.poll(names, WAIT).toEqual(['Of mine']);
    await page.getByLabel('Assigned to').selectOption('nobody');
    await expect.poll(names, WAIT).toEqual(['Of nobody']);
    await page.getByLabel('Assigned to').selectOption({ label: 'Bo Berg' });
    await expect.poll(names, WAIT).toEqual(['Of Bo']);
    await page.getByLabel('Assigned to').selectOption('');
    await page.getByLabel('Channel').selectOption('WHATSAPP');
    await expect.poll(names, WAIT).toEqual(['Of Bo']);
    await page.getByLabel('Channel').selectOption('');
    await page.getByRole('button', { name: 'Unread' }).click();
    await expect.poll(names, WAIT).toEqual(['Of nobody']);
    await page.getByRole('button', { name: 'Unread' }).click();
    await state('All');
    await page.getByRole('searchbox').fill('words of done');
    await expect.poll(names, WAIT).toEqual(['Done one']);
    await page.getByRole('searchbox').fill('nothing like it');
    await expect.poll(() => page.locator('.list').textContent(), WAIT).toContain('Nothing found');
  });

  test('an answer to an earlier filter does not stand over a later one', async () => {
    const letGo = back.hold(({ path }) => path === '/conversations');
    await state('Done');
    letGo();
    const letGoLater = back.hold(({ path }) => path === '/conversations');
    await state('Waiting');
    await state('Open');
    letGoLater();
    await expect.poll(names, WAIT).toEqual(['Of nobody', 'Of Bo', 'Of mine']);
  });

  test('what is done with a conversation is seen in the list at once, and again when it fails', async () => {
    await page.getByRole('link', { name: /Of mine/ }).click();
    await page.locator('.pane').waitFor();
    const letGo = back.hold(({ method }) => method === 'PATCH');
    back.fail(({ method }) => method === 'PATCH', 503);
    await page.getByRole('group', { name: 'State of the conversation' }).getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: /Of Bo/ }).click();
    await expect.poll(names, WAIT).toEqual(['Of nobody', 'Of Bo']);
    letGo();
    await expect.poll(names, WAIT).toEqual(['Of nobody', 'Of Bo', 'Of mine']);
  });

  test('j and k go through the list', async () => {
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toBe('Of nobody');
    await page.keyboard.press('j');
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toBe('Of Bo');
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.pane-head h1').textContent(), WAIT).toBe('Of nobody');
  });

  test('a hundred people who write at once cost few requests', async () => {
    back.requests.splice(0);
    for (let index = 0; index < 100; index += 1) {
      back.addConversation({ id: `new-${index}`, name: `New ${index}` });
      back.addMessage(`new-${index}`, { summary: 'Hello' });
      back.tell('conversation', { conversationId: `new-${index}` });
    }
    await expect.poll(async () => (await names())[0], WAIT).toBe('New 99');
    await expect.poll(() => page.locator('.segment-count').first().textContent(), WAIT).toBe('103');
    expect(back.requests.length).toBeLessThan(12);
  });

  test('somebody who came by a link is asked for a password, and for no old one', async () => {
    back.session = { ...back.session, hasPassword: false };
    await page.reload();
    await expect.poll(() => page.locator('dialog h2').textContent(), WAIT).toBe('Choose a password');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('dialog .problem-box').textContent(), WAIT).toContain('at least 10');
    await page.getByLabel('New password').fill('a longer password');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => back.changes.at(-1), WAIT)
      .toEqual({
        method: 'POST',
        path: '/session/password',
        body: { current: '', next: 'a longer password' },
      });
    await expect.poll(() => page.locator('dialog[open]').count(), WAIT).toBe(0);
  });

  test('saved replies are written, changed and deleted; those of others only by admins', async () => {
    back.session = { ...back.session, agent: { ...ME, role: 'agent' } };
    back.savedReplies = [{ id: 'bos', shortcut: 'bos', text: 'Of Bo', authorId: BO.id, updatedAt: '2026-01-01T00:00:00.000Z' }];
    await page.reload();
    await page.locator('.row-link').first().waitFor();
    await menu('Saved replies');
    await expect.poll(() => page.locator('.reply-admin').textContent(), WAIT).toContain('/bos');
    expect(await page.getByRole('button', { name: 'Delete /bos' }).count()).toBe(0);
    await page.getByLabel('Shortcut, typed after a /').fill('mine');
    await page.getByLabel('Text', { exact: true }).fill('First');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Change /mine' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Second');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => page.locator('.reply-admin').textContent(), WAIT).toContain('Second');
    await page.getByRole('button', { name: 'Delete /mine' }).click();
    await expect.poll(() => page.locator('.reply-admin').textContent(), WAIT).not.toContain('/mine');
  });

  test('light or dark is chosen against the machine, and stays chosen', async () => {
    const background = () => page.evaluate(() => getComputedStyle(document.querySelector('.top') as Element).backgroundColor);
    expect(await background()).toBe('rgb(255, 255, 255)');
    await menu('Light or dark');
    expect(await background()).toBe('rgb(25, 29, 35)');
    await page.reload();
    await page.locator('.row-link').first().waitFor();
    expect(await background()).toBe('rgb(25, 29, 35)');
  });

  test('a session that is over asks to sign in, and has what was being written afterwards', async () => {
    await page.getByRole('link', { name: /Of mine/ }).click();
    await page.locator('#composer-text').fill('Half a sentence');
    back.isSignedIn = false;
    await page.getByRole('group', { name: 'State of the conversation' }).getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Sign in' }).count(), WAIT).toBe(1);
    back.addMessage('mine', { summary: 'Said meanwhile', at: new Date().toISOString() });
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('.problem-box').textContent(), WAIT).toContain('do not belong together');
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('.log').textContent(), WAIT).toContain('Said meanwhile');
    expect(await page.locator('#composer-text').inputValue()).toBe('Half a sentence');
  });
});
