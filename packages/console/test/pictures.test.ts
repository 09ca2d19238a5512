import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../scripts/vitest/browser.ts';
import { type Seeded, seed } from './support/seed.ts';
import { type RunningEmulator, startEmulator } from './support/start-emulator.ts';

/** `npm run pictures` of the package writes them; every other run looks only whether they can be made. */
const FOLDER =
  process.env.CONVAPI_WRITE_PICTURES === undefined ? undefined : fileURLToPath(new URL('../../../docs/images/', import.meta.url));

describe.skipIf(!hasBrowser)('pictures of the README', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let seeded: Seeded;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
    seeded = await seed(emulator);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  const PICTURES: readonly [name: string, path: () => string, ready: (page: Page) => Promise<void>][] = [
    ['console-wall', () => '/wall', (page) => page.getByText('Where is my parcel?').first().waitFor()],
    ['console-dashboard', () => `/apps/eu/${seeded.appId}`, (page) => page.getByText('sender-sms', { exact: true }).waitFor()],
    ['console-compose', () => '/compose', (page) => page.getByRole('region', { name: 'Previews' }).getByText('Order 17').first().waitFor()],
  ];

  test.each(PICTURES)('%s', async (name, path, ready) => {
    const { page, complaints } = await openPage(browser, { width: 1280, height: 800 });
    await page.goto(`${emulator.console}${path()}`);
    await ready(page);
    const picture = await page.screenshot({ type: 'jpeg', quality: 80 });
    expect(picture.length).toBeGreaterThan(10_000);
    expect(complaints).toEqual([]);
    if (FOLDER) {
      mkdirSync(FOLDER, { recursive: true });
      await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 80 });
    }
    await page.close();
  });
});
