import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage, type Page } from '../../../../scripts/vitest/browser.ts';
import { type Seeded, seed } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';
import { type Receiver, startReceiver } from '../support/start-receiver.ts';

/** A run with this set writes them; every other one looks only whether they can be made. */
const FOLDER =
  process.env.CONVAPI_WRITE_PICTURES === undefined ? undefined : fileURLToPath(new URL('../../../../docs/images/', import.meta.url));

/** A page of one colour is smaller. */
const LEAST_BYTES = 10_000;
const MOST_BYTES = 120_000;

describe.skipIf(!hasBrowser)('pictures of the README', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  let receiver: Receiver;
  let seeded: Seeded;
  beforeAll(async () => {
    [browser, emulator, receiver] = await Promise.all([launchBrowser(), startEmulator(), startReceiver('a-secret')]);
    seeded = await seed(emulator, { target: receiver.url });
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
    await receiver.close();
  });

  const PICTURES: readonly [name: string, path: () => string, ready: (page: Page) => Promise<void>][] = [
    ['console-wall', () => '/wall', (page) => page.getByText('Where is my parcel?').first().waitFor()],
    ['console-dashboard', () => `/apps/eu/${seeded.appId}`, (page) => page.getByText('sender-sms', { exact: true }).waitFor()],
    ['console-compose', () => '/compose', (page) => page.getByRole('region', { name: 'Previews' }).getByText('Order 17').first().waitFor()],
  ];

  test.each(PICTURES)('%s', async (name, path, ready) => {
    const { page, complaints } = await openPage(browser, { width: 1600, height: 1000 });
    await page.goto(`${emulator.console}${path()}`);
    await ready(page);
    const devtools = await page.context().newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
    const picture = Buffer.from(data, 'base64');
    expect(picture.length).toBeGreaterThan(LEAST_BYTES);
    expect(picture.length).toBeLessThan(MOST_BYTES);
    expect(complaints).toEqual([]);
    if (FOLDER) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, `${name}.webp`), picture);
    }
    await page.close();
  });
});
