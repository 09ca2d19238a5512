import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from './browser.ts';
import { type Change, type FakeBack, type Rule, startFakeBack } from './fake-back.ts';
import { ME } from './fake-store.ts';

vi.setConfig({ testTimeout: 180_000 });
const WAIT = { timeout: 20_000 };

const ANNA = 'conversation-anna';
const BO = 'conversation-bo';
const NAMES: Record<string, string> = { [ANNA]: 'Anna', [BO]: 'Bo' };

/** A request that changes something in a conversation, and which one was on the screen when it left. */
interface Sent {
  request: string;
  of: string;
  drawn: string | undefined;
}

/** One thing that a person can do in a conversation. `leaves` is the request that it makes, after the path of the conversation. */
interface Action {
  leaves: string;
  act(page: Page): Promise<void>;
}

const kind = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Kind of message' }).getByRole('button', { name, exact: true }).click();
const field = (page: Page) => page.locator('#composer-text');
const send = (page: Page) => page.locator('.composer button[type=submit]').click();

async function fill(page: Page, name: string, fields: Record<string, string>): Promise<void> {
  await kind(page, name);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await send(page);
}

/** Keys do what they do where nothing is being typed. */
async function press(page: Page, key: string): Promise<void> {
  await page.locator('.log').focus();
  await page.keyboard.press(key);
}

const ACTIONS: Record<string, Action> = {
  'a text': { leaves: 'POST /messages', act: (page) => fill(page, 'Text', { Message: 'For this one only' }) },
  'a text by Enter': {
    leaves: 'POST /messages',
    act: async (page) => {
      await kind(page, 'Text');
      await field(page).fill('For this one, by Enter');
      await page.keyboard.press('Enter');
    },
  },
  'a note': { leaves: 'POST /notes', act: (page) => fill(page, 'Note', { 'Note for the team': 'Note about this one' }) },
  'a file': { leaves: 'POST /messages', act: (page) => fill(page, 'Media', { 'Address of the file': 'https://example.com/a.jpg' }) },
  'a card': { leaves: 'POST /messages', act: (page) => fill(page, 'Card', { Title: 'A card' }) },
  choices: {
    leaves: 'POST /messages',
    act: (page) => fill(page, 'Choices', { Question: 'When?', 'Caption of choice 1': 'Now' }),
  },
  'a carousel': {
    leaves: 'POST /messages',
    act: async (page) => {
      await kind(page, 'Carousel');
      for (const [index, title] of ['One', 'Two'].entries()) await page.getByLabel('Title').nth(index).fill(title);
      await send(page);
    },
  },
  'a list': { leaves: 'POST /messages', act: (page) => fill(page, 'List', { Title: 'Where?', 'Row 1 of section 1': 'Here' }) },
  'a place': {
    leaves: 'POST /messages',
    act: (page) => fill(page, 'Location', { Title: 'Shop', Latitude: '55.6', Longitude: '13' }),
  },
  'a template': {
    leaves: 'POST /messages',
    act: async (page) => {
      await kind(page, 'Template');
      await page.getByLabel('From', { exact: true }).selectOption('channel');
      await fill(page, 'Template', { 'Name of the template': 'hello', Language: 'en' });
    },
  },
  'once more': { leaves: 'POST /messages/:id/again', act: (page) => failed(page).getByRole('button', { name: 'Send again' }).click() },
  'on another channel': {
    leaves: 'POST /messages/:id/again',
    act: (page) => failed(page).getByRole('button', { name: 'Send on RCS' }).click(),
  },
  'typing is told': {
    leaves: 'POST /typing',
    act: async (page) => {
      await kind(page, 'Text');
      await field(page).pressSequentially('x');
    },
  },
  'done, by button': { leaves: 'PATCH', act: (page) => state(page, 'Done') },
  'waiting, by button': { leaves: 'PATCH', act: (page) => state(page, 'Waiting') },
  'done, by key': { leaves: 'PATCH', act: (page) => press(page, 'd') },
  'waiting, by key': { leaves: 'PATCH', act: (page) => press(page, 'w') },
  'open, by key': { leaves: 'PATCH', act: (page) => press(page, 'o') },
  'mine, by key': { leaves: 'PATCH', act: (page) => press(page, 'a') },
  assigned: { leaves: 'PATCH', act: async (page) => void (await page.locator('.pane .assignee').selectOption({ label: 'Bo Berg' })) },
  renamed: {
    leaves: 'PATCH',
    act: async (page) => {
      await page.getByRole('button', { name: 'Details', exact: true }).click();
      await page.locator('.details').getByLabel('Name').fill('Another name');
      await page.getByRole('button', { name: 'Save the name' }).click();
    },
  },
  merged: {
    leaves: 'POST /merge',
    act: async (page) => {
      await page.getByRole('button', { name: 'Details', exact: true }).click();
      await page.getByRole('button', { name: /^Merge another/ }).click();
      await page.getByLabel('Search a name or an address').fill('Third');
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Merge for good' }).click();
    },
  },
  'seen, by opening': { leaves: 'POST /read', act: async () => {} },
};

const failed = (page: Page) => page.locator('.message', { hasText: 'Did not arrive' });
const state = (page: Page, name: string) =>
  page.getByRole('group', { name: 'State of the conversation' }).getByRole('button', { name }).click();

describe.skipIf(!hasBrowser)('whatever is done is done to the conversation on the screen', () => {
  let browser: Browser;
  let back: FakeBack;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    back = await startFakeBack();
    for (const id of [ANNA, BO]) {
      back.addConversation({
        id,
        name: NAMES[id] as string,
        addresses: ['SMS', 'RCS'].map((channel) => ({ channel, identity: '+46700000001', lastInboundAt: null, optedOut: false })),
        unread: 1,
      });
      back.addMessage(id, { direction: 'out', status: 'failed', summary: 'Did not arrive' });
      back.addMessage(id, { summary: `Question of ${NAMES[id]}` });
    }
    back.addConversation({ id: 'conversation-third', name: 'Third' });
    return () => back.close();
  });

  /** A page that notes, whenever a change leaves, what is drawn at that moment. */
  async function openNoting(): Promise<Page> {
    const { page } = await openPage(browser);
    await page.addInitScript(() => {
      const notes: Sent[] = [];
      (globalThis as unknown as { notes: Sent[] }).notes = notes;
      const { fetch } = globalThis;
      globalThis.fetch = (input, init) => {
        const [, id, rest = ''] = /^\/api\/conversations\/([^/?]+)(\/[^?]*)?$/.exec(String(input)) ?? [];
        if (id !== undefined && init?.method !== undefined && init.method !== 'GET') {
          const drawn = document.querySelector<HTMLElement>('[data-conversation]')?.dataset.conversation;
          notes.push({ request: `${init.method} ${rest}`.trim(), of: decodeURIComponent(id), drawn });
        }
        return fetch(input, init);
      };
    });
    await page.goto(`${back.url}/#/`);
    return page;
  }

  const notesOf = (page: Page): Promise<Sent[]> => page.evaluate(() => (globalThis as unknown as { notes: Sent[] }).notes);

  async function go(page: Page, id: string): Promise<void> {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/c/${id}`);
  }

  async function open(page: Page, id: string): Promise<void> {
    await go(page, id);
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(id);
    await expect.poll(() => page.locator('.log').textContent(), WAIT).toContain(`Question of ${NAMES[id]}`);
  }

  const pathsOf = (changes: readonly Change[]): string[] => changes.map(({ method, path }) => `${method} ${path}`);
  const isChangeOf =
    (id: string): Rule =>
    ({ method, path }) =>
      method !== 'GET' && path.startsWith(`/conversations/${id}`);

  async function expectTrue(page: Page, { leaves }: Action): Promise<void> {
    const notes = await notesOf(page);
    expect(notes.filter(({ of, drawn }) => of !== drawn)).toEqual([]);
    const wanted = leaves.replace(':id', 'message-');
    const [method, path = ''] = wanted.split(' ');
    const own = notes.filter(({ of, request }) => of === ANNA && request.startsWith(`${method} ${path.split('message-')[0]}`.trim()));
    expect(own.length, `${leaves} of Anna`).toBeGreaterThan(0);
    // looking at Bo marks Bo as seen, and that is all that may happen there
    expect(pathsOf(back.changes).filter((line) => line.includes(BO) && !line.endsWith('/read'))).toEqual([]);
  }

  test.each(Object.entries(ACTIONS))('%s, while another conversation is opened before the answer comes', async (_, action) => {
    const page = await openNoting();
    await open(page, ANNA);
    const letGo = back.hold(isChangeOf(ANNA));
    await action.act(page);
    await open(page, BO);
    expect(await page.locator('.pane').textContent()).not.toContain('For this one');
    letGo();
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(BO);
    expect(await field(page).inputValue()).toBe('');
    await expectTrue(page, action);
    await page.close();
  });

  test.each(Object.entries(ACTIONS))(
    '%s, which fails while another conversation is open: it is told there, and not here',
    async (name, action) => {
      const page = await openNoting();
      await open(page, ANNA);
      const before = { ...back.conversations.get(ANNA) };
      const letGo = back.hold(isChangeOf(ANNA));
      back.fail(isChangeOf(ANNA), 500, 'The inbox is having a bad day.');
      await action.act(page);
      await open(page, BO);
      letGo();
      await expect.poll(() => notesOf(page), WAIT).not.toEqual([]);
      await expectTrue(page, action);
      expect(await page.locator('.pane .problem-box').count()).toBe(0);
      expect(await page.locator('.log').textContent()).not.toContain('For this one');
      await open(page, ANNA);
      expect(await page.locator('.pane-head h1').textContent()).toBe('Anna');
      expect(await page.locator('.pane-head [aria-pressed=true]').first().textContent()).toBe('Open');
      expect(back.conversations.get(ANNA)).toMatchObject({ state: before.state, assigneeId: before.assigneeId, name: before.name });
      if (!['seen, by opening', 'typing is told'].includes(name)) {
        await expect.poll(() => page.locator('.pane .problem-box').first().textContent(), WAIT).toBe('The inbox is having a bad day.');
      }
      await page.close();
    },
  );

  test('nothing leaves while a conversation is on its way, whatever is pressed and typed', async () => {
    const page = await openNoting();
    await open(page, ANNA);
    await field(page).fill('For Anna, not sent yet');
    await page.locator('.log').focus();
    const letGo = back.hold(({ method, path }) => method === 'GET' && path.startsWith(`/conversations/${BO}`));
    const before = (await notesOf(page)).length;
    await page.getByRole('link', { name: /^Bo/ }).click();
    await expect.poll(() => page.locator('.pane-loading').count(), WAIT).toBe(1);
    expect(await page.locator('main').textContent()).not.toContain('Anna');
    expect(await page.locator('main textarea, main button, main select').count()).toBe(0);
    for (const key of ['d', 'w', 'o', 'a', 'r', 'n', 'x', 'Enter', 'Control+Enter']) await page.keyboard.press(key);
    expect((await notesOf(page)).slice(before)).toEqual([]);
    letGo();
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(BO);
    expect(await field(page).inputValue()).toBe('');
    await open(page, ANNA);
    expect(await field(page).inputValue()).toBe('For Anna, not sent yet');
    await page.close();
  });

  test.each(['nope', '%', '%00'])('shows nobody under an address that is not one: %s', async (id) => {
    const page = await openNoting();
    await open(page, ANNA);
    const before = (await notesOf(page)).length;
    await go(page, id);
    await expect.poll(() => page.locator('main .empty h1').textContent(), WAIT).toBe('No such conversation');
    expect(await page.locator('main').textContent()).not.toContain('Anna');
    for (const key of ['d', 'a', 'r', 'x', 'Enter']) await page.keyboard.press(key);
    expect((await notesOf(page)).slice(before)).toEqual([]);
    await page.close();
  });

  test('a dialog of a conversation goes with it, and a conversation that became part of another leads there', async () => {
    const page = await openNoting();
    await open(page, ANNA);
    await field(page).fill('Written before the merge');
    await page.getByRole('button', { name: 'Details', exact: true }).click();
    await page.getByRole('button', { name: /^Merge another/ }).click();
    await expect.poll(() => page.locator('dialog[open]').count(), WAIT).toBe(1);
    const anna = back.messages.get(ANNA) ?? [];
    back.messages.set(BO, [...(back.messages.get(BO) ?? []), ...anna.map((message) => ({ ...message, conversationId: BO }))]);
    back.conversations.delete(ANNA);
    back.tell('merged', { conversationId: BO, otherId: ANNA });
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(BO);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(page.url()).toContain(BO);
    expect(await field(page).inputValue()).toBe('Written before the merge');
    await send(page);
    await expect.poll(() => pathsOf(back.changes).at(-1), WAIT).toBe(`POST /conversations/${BO}/messages`);
    expect((await notesOf(page)).filter(({ of, drawn }) => of !== drawn)).toEqual([]);
    await page.close();
  });

  test('a conversation that is deleted takes its words and its draft with it', async () => {
    const page = await openNoting();
    await open(page, ANNA);
    await field(page).fill('A draft');
    back.conversations.delete(ANNA);
    back.tell('deleted', { conversationId: ANNA });
    await expect.poll(() => page.locator('main .empty h1').textContent(), WAIT).toBe('This conversation was deleted');
    expect(await page.locator('main').textContent()).not.toContain('Question of Anna');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('A draft');
    await page.close();
  });

  test('a message of another conversation in an answer is not shown as one of this', async () => {
    back.messages.set(ANNA, [
      ...(back.messages.get(ANNA) ?? []),
      { ...(back.messages.get(BO)?.[1] as never as object), id: 'stray' } as never,
    ]);
    const page = await openNoting();
    await open(page, ANNA);
    expect(await page.locator('.log').textContent()).not.toContain('Question of Bo');
    await page.close();
  });

  test('who signs in after somebody else does not find what was open', async () => {
    const page = await openNoting();
    await open(page, ANNA);
    await field(page).fill('A secret draft');
    back.isSignedIn = false;
    await state(page, 'Done');
    await expect.poll(() => page.getByRole('button', { name: 'Sign in' }).count(), WAIT).toBe(1);
    expect(await page.locator('body').textContent()).not.toContain('Question of Anna');
    back.session = { ...back.session, agent: { ...ME, id: 'agent-other', name: 'Other' } };
    await page.getByLabel('Password').fill('correct horse');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect.poll(() => page.locator('.pane').getAttribute('data-conversation'), WAIT).toBe(ANNA);
    expect(await field(page).inputValue()).toBe('');
    await page.close();
  });
});
