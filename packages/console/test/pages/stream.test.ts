import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../../scripts/vitest/browser.ts';
import { credentialsOf } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

describe.skipIf(!hasBrowser)('an emulator that goes and comes back', { timeout: 120_000 }, () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'convapi-console-'));
  const running: RunningEmulator[] = [];
  const start = async (...flags: string[]): Promise<RunningEmulator> => {
    const emulator = await startEmulator(...flags);
    running.push(emulator);
    return emulator;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    for (const emulator of running) await emulator.close();
    rmSync(folder, { recursive: true });
  });

  /** The error lines that a browser writes of connections that break. */
  const notOfConnections = (complaints: readonly string[]): string[] =>
    complaints.filter((line) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/.test(line));

  test('is said to be gone, costs nothing that was typed, and is found again', async () => {
    const first = await start('--data', folder);
    const app = await first.owner<{ id: string }>('POST', '/apps', { display_name: 'Shop', channel_credentials: credentialsOf(['SMS']) });
    const { page, complaints } = await openPage(browser);
    await page.goto(`${first.console}/compose`);
    await page.getByRole('button', { name: 'text', exact: true }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Half a sentence');

    await first.kill();
    await page.getByText('The emulator is gone.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Half a sentence');
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);

    const port = new URL(first.url).port;
    const second = await start('--data', folder, '--port', port);
    await page.getByText('The emulator is gone.').waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Half a sentence');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('heading', { name: 'Handsets', level: 1 }).waitFor();
    await page.getByRole('log', { name: 'Messages' }).getByText('Half a sentence').waitFor();

    // what happens from now on is seen as before
    await second.owner('PATCH', `/apps/${app.id}?update_mask=display_name`, { display_name: 'Shop of Bo' });
    await page.getByRole('link', { name: 'Apps', exact: true }).click();
    await page.getByRole('link', { name: 'Shop of Bo' }).waitFor();
    expect(notOfConnections(complaints)).toEqual([]);
    await page.close();
  });

  test('is read anew when it has forgotten everything', async () => {
    const first = await start();
    await first.owner('POST', '/apps', { display_name: 'Of the first', channel_credentials: [] });
    const { page, complaints } = await openPage(browser);
    await page.goto(`${first.console}/apps`);
    await page.getByRole('link', { name: 'Of the first' }).waitFor();
    await first.kill();
    await page.getByText('The emulator is gone.').waitFor();
    const second = await start('--port', new URL(first.url).port);
    await second.owner('POST', '/apps', { display_name: 'Of the second', channel_credentials: [] });
    await page.getByRole('link', { name: 'Of the second' }).waitFor();
    expect(await page.getByRole('link', { name: 'Of the first' }).count()).toBe(0);
    expect(notOfConnections(complaints)).toEqual([]);
    await page.close();
  });

  test('is waited for, when the page was opened before it was there', async () => {
    const first = await start();
    const { page } = await openPage(browser);
    let isThere = false;
    await page.route('**/_emulator/overview', (route) => (isThere ? route.continue() : route.abort()));
    await page.goto(`${first.console}/apps`);
    await page.getByText('The emulator is gone.').waitFor();
    isThere = true;
    await page.getByRole('heading', { name: 'Apps', level: 1 }).waitFor();
    await page.close();
  });

  test('reads everything again after a gap', async () => {
    const emulator = await start();
    const { page } = await openPage(browser);
    // as from a cursor that the emulator no longer has
    let streams = 0;
    await page.route('**/_emulator/stream?*', (route) => {
      streams += 1;
      return streams === 1
        ? route.fulfill({ contentType: 'text/event-stream', body: 'event: gap\nid: 1\ndata: {"seq":1,"type":"gap"}\n\n' })
        : route.continue();
    });
    const overviews: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/overview')) overviews.push(request.url());
    });
    await page.goto(`${emulator.console}/apps`);
    await expect.poll(() => overviews.length).toBe(2);
    await emulator.owner('POST', '/apps', { display_name: 'After the gap', channel_credentials: [] });
    await page.getByRole('link', { name: 'After the gap' }).waitFor();
    await page.close();
  });

  test('10,000 events stay a short list, and the newest is on top', async () => {
    const emulator = await start();
    const app = await emulator.owner<{ id: string }>('POST', '/apps', {
      display_name: 'Shop',
      channel_credentials: credentialsOf(['SMS']),
    });
    await emulator.owner('POST', '/webhooks', {
      app_id: app.id,
      target: 'http://127.0.0.1:9/webhook',
      target_type: 'DISMISS',
      triggers: ['MESSAGE_DELIVERY', 'MESSAGE_SUBMIT'],
    });
    const { page, complaints } = await openPage(browser);
    await page.goto(`${emulator.console}/events`);
    await page.getByRole('heading', { name: 'Events', level: 1 }).waitFor();
    // three events each: submitted, queued, delivered
    const send = (number: number) =>
      emulator.owner('POST', '/messages:send', {
        app_id: app.id,
        recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: `467${number % 20}` }] } },
        message: { text_message: { text: `Message ${number}` } },
      });
    for (let sent = 0; sent < 3_350; sent += 50) await Promise.all(Array.from({ length: 50 }, (_, number) => send(sent + number)));
    await emulator.control('POST', '/idle');
    const { total } = await emulator.control<{ total: number }>('GET', '/events?view=summary&limit=1');
    const list = page.getByRole('list', { name: 'Events' });
    await expect
      .poll(async () => Number(await list.getByRole('listitem').first().getAttribute('aria-setsize')), { timeout: 60_000 })
      .toBe(Math.min(total, 10_000));
    expect(total).toBeGreaterThanOrEqual(10_000);
    expect(await list.locator('*').count()).toBeLessThan(150);
    await page.locator('.log-box').evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
    await expect.poll(() => list.getByRole('listitem').last().getAttribute('aria-posinset')).toBe(String(Math.min(total, 10_000)));
    expect(await list.locator('*').count()).toBeLessThan(150);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
