import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, takePicture } from '../../../../scripts/vitest/browser.ts';
import { routesOf } from '../support/routes.ts';
import { HOSTILE, type Seeded, seed } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const NAMES = Object.keys(routesOf({} as Seeded));

/** Pages that show something which a stranger may have named. */
const SHOWS_WORDS = [
  'start',
  'apps',
  'channels',
  'settings',
  'wall',
  'phone',
  'message',
  'messages',
  'contacts',
  'contact',
  'templates',
  'callbacks',
  'callback',
  'events',
];

describe.skipIf(!hasBrowser)('markup and scripts in every name, text and address', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let routes: Record<string, string>;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
    routes = routesOf(await seed(emulator, { words: HOSTILE }));
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  test.each(NAMES)('are letters on the page %s', async (name) => {
    const { page, complaints } = await openPage(browser, { width: 1024 });
    await page.goto(`${emulator.console}${routes[name]}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    if (SHOWS_WORDS.includes(name)) await expect.poll(() => shows(page, '<img src=x')).toBe(true);
    // nothing of it became an element or a handler
    expect(
      await page.locator('main script, main iframe, main [onerror], main [onfocus], main img[src="x"], a[href^="javascript:"]').count(),
    ).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await takePicture(page, `console-hostile-${name}`);
    await page.close();
  });

  test('no script of the page can make markup of a text', async () => {
    const { page } = await openPage(browser);
    await page.goto(emulator.console);
    const refusal = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>text</b>';
        return 'taken';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(refusal).toBe('TypeError');
    await page.close();
  });
});

/** Is the text on the page, as text or in a field? */
function shows(page: Awaited<ReturnType<typeof openPage>>['page'], text: string): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      (document.querySelector('main')?.textContent ?? '').includes(wanted) ||
      [...document.querySelectorAll('input, textarea')].some((field) => (field as HTMLInputElement).value.includes(wanted)),
    text,
  );
}
