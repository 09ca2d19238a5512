import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { credentialsOf } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

/** Somebody, and all ids by which they and their things are known. */
interface Subject {
  name: string;
  identity: string;
  app: string;
  webhook: string;
  contact: string;
  conversation: string;
  template: string;
  callback: string;
  request: string;
}

interface Action {
  title: string;
  path(subject: Subject): string;
  /** What is done before the last step: a form is opened and filled. */
  open?(page: Page): Promise<void>;
  /** The last step, which writes. */
  press(page: Page): Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();

/** Everything that can be done to the subject of a page. */
const ACTIONS: readonly Action[] = [
  {
    title: 'a new order of channels',
    path: ({ app }) => `/apps/eu/${app}`,
    open: async (page) => {
      await button(page, 'Reorder').click();
      await button(page, 'Move SMS up').click();
    },
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'credentials of a channel',
    path: ({ app }) => `/apps/eu/${app}`,
    open: (page) => button(page, 'Edit SMS').click(),
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'a change of a webhook',
    path: ({ app }) => `/apps/eu/${app}/webhooks`,
    open: (page) => button(page, /^Edit http/).click(),
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'a test callback',
    path: ({ app }) => `/apps/eu/${app}/webhooks`,
    open: (page) => button(page, /^Send a test callback/).click(),
    press: (page) => button(page, 'Send').click(),
  },
  {
    title: 'settings of an app',
    path: ({ app }) => `/apps/eu/${app}/settings`,
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'the channels that a contact prefers',
    path: ({ contact }) => `/contacts/eu/${contact}`,
    open: async (page) => {
      await button(page, 'Reorder').click();
      await button(page, 'Move SMS up').click();
    },
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'an injected message',
    path: ({ conversation }) => `/conversations/eu/${conversation}`,
    open: async (page) => {
      await button(page, 'Inject a message').click();
      await page.getByRole('dialog').getByLabel('Text').fill('From elsewhere');
    },
    press: (page) => button(page, 'Inject').click(),
  },
  {
    title: 'the end of a conversation',
    path: ({ conversation }) => `/conversations/eu/${conversation}`,
    press: (page) => button(page, 'Stop').click(),
  },
  {
    title: 'a template',
    path: ({ template }) => `/templates/eu/${template}`,
    press: (page) => button(page, 'Save').click(),
  },
  {
    title: 'a callback that is sent again',
    path: ({ callback }) => `/callbacks/${callback}`,
    press: (page) => button(page, 'Send again').click(),
  },
  {
    title: 'a call that is made again',
    path: ({ request }) => `/requests/${request}`,
    press: (page) => button(page, 'Call again').click(),
  },
  {
    title: 'words of a phone',
    path: ({ identity }) => `/wall/SMS/${identity}`,
    open: (page) => page.getByRole('textbox', { name: /^Message to/ }).fill('Hello'),
    press: (page) => page.getByRole('textbox', { name: /^Message to/ }).press('Enter'),
  },
  {
    title: 'a phone that has read',
    path: ({ identity }) => `/wall/SMS/${identity}`,
    press: (page) => button(page, 'Read').click(),
  },
  {
    title: 'a channel that is to fail',
    path: ({ identity }) => `/wall/SMS/${identity}`,
    press: async (page) => void (await page.getByLabel(/^What SMS of/).selectOption('READ')),
  },
];

describe.skipIf(!hasBrowser)('an action is about what is on the screen', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let anna: Subject;
  let bo: Subject;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });
  beforeEach(async () => {
    await emulator.control('POST', '/reset');
    anna = await makeSubject(emulator, 'Anna', '46700000001');
    bo = await makeSubject(emulator, 'Bo', '46700000002');
  });

  test.each(ACTIONS)('$title: the answer comes when the page is of somebody else', async ({ path, open, press }) => {
    const { page } = await openPage(browser);
    const writes = await holdWrites(page);
    await page.goto(`${emulator.console}${path(anna)}`);
    await open?.(page);
    await press(page);
    await expect.poll(() => writes.all.length).toBe(1);
    await goTo(page, path(bo));
    await writes.release();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(subjectsOf(writes.all, anna, bo)).toEqual(['Anna']);
    expect(page.url()).toBe(`${emulator.console}${path(bo)}`);
    // what is done now is about the one who is on the screen now
    await open?.(page);
    await press(page);
    await expect.poll(() => writes.all.length).toBe(2);
    expect(subjectsOf(writes.all.slice(1), anna, bo)).toEqual(['Bo']);
    await page.close();
  });

  test.each(ACTIONS.filter(({ open }) => open))('$title: the page changes below the open form', async ({ path, open, press }) => {
    const { page } = await openPage(browser);
    const writes = await holdWrites(page);
    await page.goto(`${emulator.console}${path(anna)}`);
    await open?.(page);
    await goTo(page, path(bo));
    // the form went with its page: it has to be opened anew
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await open?.(page);
    await press(page);
    await expect.poll(() => writes.all.length).toBe(1);
    expect(subjectsOf(writes.all, anna, bo)).toEqual(['Bo']);
    await page.close();
  });

  test.each(ACTIONS)('$title: a failure is said, and on the page where it happened', async ({ path, open, press }) => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}${path(anna)}`);
    await open?.(page);
    await page.route('**/_emulator/**', (route) =>
      route.request().method() === 'GET'
        ? route.fallback()
        : route.fulfill({ status: 500, json: { error: { code: 500, message: 'It is on fire.' } } }),
    );
    await press(page);
    await page.getByText('It is on fire.').waitFor();
    expect(page.url()).toBe(`${emulator.console}${path(anna)}`);
    await page.close();
  });

  test('a slow answer takes nobody away from where they went', async () => {
    const { page } = await openPage(browser);
    const writes = await holdWrites(page);
    await page.goto(`${emulator.console}/compose`);
    await button(page, 'Send').click();
    await expect.poll(() => writes.all.length).toBe(1);
    await page.getByRole('link', { name: 'Events', exact: true }).click();
    await page.getByRole('heading', { name: 'Events', level: 1 }).waitFor();
    await writes.release();
    await page.getByRole('list', { name: 'Events' }).getByText('MESSAGE_SUBMIT').first().waitFor();
    expect(page.url()).toBe(`${emulator.console}/events`);
    await page.close();
  });
});

async function makeSubject({ owner, control, projectId }: RunningEmulator, name: string, identity: string): Promise<Subject> {
  const { id: app } = await owner<{ id: string }>('POST', '/apps', {
    display_name: `Shop of ${name}`,
    processing_mode: 'CONVERSATION',
    channel_credentials: credentialsOf(['RCS', 'SMS']),
  });
  const { id: webhook } = await owner<{ id: string }>('POST', '/webhooks', {
    app_id: app,
    target: 'http://127.0.0.1:9/webhook',
    target_type: 'HTTP',
    triggers: ['MESSAGE_INBOUND'],
  });
  const { id: contact } = await owner<{ id: string }>('POST', '/contacts', {
    display_name: name,
    language: 'EN_US',
    channel_identities: ['RCS', 'SMS'].map((channel) => ({ channel, identity })),
  });
  const { id: template } = await control<{ id: string }>('POST', `/as-owner/eu/v2/projects/${projectId}/templates`, {
    description: `Template of ${name}`,
    default_translation: 'en',
    translations: [{ language_code: 'en', version: '1', text_message: { text: 'Hello' } }],
  });
  await owner('POST', '/messages:send', {
    app_id: app,
    recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity }] } },
    message: { text_message: { text: `For ${name}` } },
  });
  const { requests } = await control<{ requests: { id: string }[] }>('GET', '/requests?view=summary&limit=1');
  await control('POST', '/idle');
  await control('POST', '/inbound', { channel: 'SMS', identity, app_id: app, text: `From ${name}` });
  await control('POST', '/idle');
  const { callbacks } = await control<{ callbacks: { id: string }[] }>('GET', '/callbacks?view=summary&limit=1');
  const { conversations } = await owner<{ conversations: { id: string }[] }>('GET', `/conversations?contact_id=${contact}`);
  const [conversation, callback, request] = [conversations[0]?.id, callbacks[0]?.id, requests[0]?.id] as [string, string, string];
  return { name, identity, app, webhook, contact, conversation, template, callback, request };
}

/** Goes to another page as the browser's Back does: nothing is loaded anew. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((target) => {
    history.pushState(null, '', `/_emulator/console${target}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** Keeps what the page writes until it is let go; all later ones go through. */
async function holdWrites(page: Page): Promise<{ all: string[]; release(): Promise<void> }> {
  const all: string[] = [];
  const held: (() => Promise<void>)[] = [];
  let isHolding = true;
  await page.route('**/_emulator/**', async (route) => {
    const request = route.request();
    if (request.method() === 'GET') return route.continue();
    all.push(`${decodeURIComponent(request.url())} ${request.postData() ?? ''}`);
    if (isHolding) held.push(() => route.continue());
    else await route.continue();
  });
  return {
    all,
    release: async () => {
      isHolding = false;
      for (const go of held) await go();
    },
  };
}

/** Of whom the writes are, by the ids in them. */
function subjectsOf(writes: readonly string[], ...subjects: readonly Subject[]): string[] {
  const found = writes.flatMap((write) => subjects.filter((subject) => Object.values(subject).some((id) => write.includes(id))));
  return [...new Set(found.map(({ name }) => name))];
}
