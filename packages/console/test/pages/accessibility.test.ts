import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, takePicture } from '../../../../scripts/vitest/browser.ts';
// @boundaries-ignore as above
import { violationsOf } from '../../../../scripts/vitest/violations-of.ts';
import { routesOf } from '../support/routes.ts';
import { type Seeded, seed } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const LOOKS = [
  { scheme: 'light', width: 375 },
  { scheme: 'dark', width: 1440 },
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 375 },
] as const;

/** Every page in every look takes minutes: by default each in one of the four. */
const isFull = process.env.CONVAPI_CONSOLE_LOOKS === 'all';

const NAMES = Object.keys(routesOf({} as Seeded));
const RUNS = NAMES.flatMap((name, index) =>
  (isFull ? LOOKS : [LOOKS[index % LOOKS.length] as (typeof LOOKS)[number]]).map((look) => ({ name, ...look })),
);

/** Where nothing is there yet. */
const EMPTY = ['start', 'apps', 'wall', 'compose', 'messages', 'contacts', 'conversations', 'templates', 'callbacks', 'events', 'requests'];

/** Forms that open over a page: where, and by which buttons. */
const DIALOGS: readonly [form: string, page: string, ...buttons: string[]][] = [
  ['a new app', 'apps', 'New app'],
  ['credentials', 'channels', 'MMS'],
  ['reordering', 'channels', 'Reorder'],
  ['a webhook', 'webhooks', 'Add webhook'],
  ['a test callback', 'webhooks', 'Send a test callback to http://127.0.0.1:9/webhook'],
  ['deleting an app', 'settings', 'Delete app'],
  ['a new key', 'keys', 'New key'],
  ['one more phone', 'wall', 'Add a phone'],
  ['a new contact', 'contacts', 'New contact'],
  ['merging contacts', 'contact', 'Merge'],
  ['an injected message', 'conversation', 'Inject a message'],
  ['a reset', 'time', 'Reset the emulator'],
  ['the list of shortcuts', 'start', 'Keyboard shortcuts'],
  ['going anywhere', 'start', 'Go to'],
];

describe.skipIf(!hasBrowser)('WCAG 2.2 AA, by axe-core', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let bare: RunningEmulator;
  let routes: Record<string, string>;
  beforeAll(async () => {
    [browser, emulator, bare] = await Promise.all([launchBrowser(), startEmulator(), startEmulator()]);
    routes = routesOf(await seed(emulator));
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([emulator.close(), bare.close()]);
  });

  test.each(RUNS)('the page $name, $scheme, $width px wide', async ({ name, scheme, width }) => {
    const { page, complaints } = await openPage(browser, { scheme, width });
    await page.goto(`${emulator.console}${routes[name]}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await takePicture(page, `console-${name}-${scheme}-${width}`);
    await page.close();
  });

  test.each(EMPTY)('the page %s, where nothing is there yet', async (name) => {
    const { page } = await openPage(browser, { width: 375 });
    await page.goto(`${bare.console}${routes[name]}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await takePicture(page, `console-${name}-empty`);
    await page.close();
  });

  test.each(['app', 'contact', 'conversation', 'template', 'callback', 'event', 'request', 'message'])(
    'a %s that is not there',
    async (kind) => {
      const { page } = await openPage(browser);
      const unknown = '01M8H000000000000000000000';
      const inRegion = ['app', 'contact', 'conversation', 'template'].includes(kind);
      await page.goto(`${emulator.console}/${kind}s${inRegion ? '/eu' : ''}/${kind === 'event' ? '1' : unknown}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
      expect(await violationsOf(page)).toEqual([]);
      await page.close();
    },
  );

  test.each(DIALOGS)('the form for %s, on a phone', async (form, name, ...buttons) => {
    const { page } = await openPage(browser, { width: 375, scheme: 'dark' });
    await page.goto(`${emulator.console}${routes[name]}`);
    for (const button of buttons) await page.getByRole('button', { name: button, exact: true }).click();
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await takePicture(page, `console-form-${form.replaceAll(' ', '-')}`);
    await page.close();
  });
});
