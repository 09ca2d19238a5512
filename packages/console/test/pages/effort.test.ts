import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../../scripts/vitest/browser.ts';
import { seed } from '../support/seed.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const FIRST_VIEW_REQUESTS = 6;
const LIST_NODES = 150;
const MANY = 10_000;

describe.skipIf(!hasBrowser)('what the page does', { timeout: 90_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator()]);
    await seed(emulator);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  test(`asks at most ${FIRST_VIEW_REQUESTS} times before something is seen, and for nothing twice`, async () => {
    const { page } = await openPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${emulator.console}/`);
    await page.getByRole('heading', { name: 'Start', level: 1 }).waitFor();
    const before = asked.filter((url) => !/\/(stream|events|namespaces)\b/.test(new URL(url).pathname));
    expect(before.length).toBeLessThanOrEqual(FIRST_VIEW_REQUESTS);
    // the picture stands in the page and in the tab
    const paths = asked.filter((url) => !url.endsWith('/icon.svg'));
    expect(paths.filter((url, position) => paths.indexOf(url) !== position)).toEqual([]);
    // for whoever wants to know: no test of it, because a machine with other work would fail it
    const times = await page.evaluate(() =>
      performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => Math.round(startTime)),
    );
    console.info(`The first view was drawn after ${times[0]} ms, with ${asked.length} requests.`);
    await page.close();
  });

  test('takes its scripts from the cache the second time', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}/`);
    const [script] = await page.locator('script[src]').all();
    const response = await fetch(new URL((await script?.getAttribute('src')) ?? '', emulator.url), {
      headers: { 'accept-encoding': 'br' },
    });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    await page.close();
  });

  test(`draws fewer than ${LIST_NODES} elements of ${MANY.toLocaleString('en')} callbacks, wherever one scrolls`, async () => {
    const { page, complaints } = await openPage(browser);
    await page.route('**/_emulator/callbacks?*', (route) =>
      route.fulfill({ json: { callbacks: [], seq: 1, total: 0, next: null, previous: null } }),
    );
    let streams = 0;
    await page.route('**/_emulator/stream?*', (route) => {
      streams += 1;
      if (streams > 1) return; // never answered: the page has what it needs
      return route.fulfill({
        contentType: 'text/event-stream',
        body: Array.from({ length: MANY }, (_, number) => callbackFrame(number + 1)).join(''),
      });
    });
    await page.goto(`${emulator.console}/callbacks`);
    const list = page.getByRole('list', { name: 'Callbacks' });
    await expect.poll(() => list.getByRole('listitem').first().getAttribute('aria-setsize'), { timeout: 30_000 }).toBe(String(MANY));
    for (const share of [0, 0.25, 0.5, 1]) {
      await page.locator('.log-box').evaluate((box, part) => box.scrollTo({ top: box.scrollHeight * part }), share);
      const wanted = share === 0 ? 'callback 10000' : share === 1 ? 'callback 1' : undefined;
      if (wanted) await list.getByText(`${wanted} →`, { exact: false }).first().waitFor();
      expect(await list.locator('*').count()).toBeLessThan(LIST_NODES);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('stays calm while 50 messages a second come in: one drawing for many, one row for each, the place kept', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${emulator.console}/wall/SMS/46700000001`);
    const thread = page.getByRole('log', { name: 'Messages' });
    await thread.getByText('Message 3').waitFor();
    // the element of a message that is there stays the same element
    await thread.getByText('Message 3').evaluate((element) => element.setAttribute('data-seen', ''));
    await page.evaluate(() => {
      const counted = globalThis as unknown as { longest: number };
      counted.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) counted.longest = Math.max(counted.longest, duration);
      }).observe({ type: 'longtask' });
    });
    const { apps } = await emulator.owner<{ apps: { id: string; display_name: string }[] }>('GET', '/apps');
    const appId = apps.find(({ display_name: name }) => name === 'Shop')?.id;
    const send = (number: number) =>
      emulator.owner('POST', '/messages:send', {
        app_id: appId,
        recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } },
        message: { text_message: { text: `In a rush ${number}` } },
      });
    const sentAt = Date.now();
    for (let second = 0; second < 3; second += 1) await Promise.all(Array.from({ length: 50 }, (_, number) => send(second * 50 + number)));
    await thread.getByText('In a rush 149', { exact: true }).waitFor();
    const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
    console.info(
      `150 messages were on the phone after ${Date.now() - sentAt} ms; the longest task of the page took ${Math.round(longest)} ms.`,
    );
    expect(await thread.getByText(/^In a rush \d+$/).count()).toBe(150);
    expect(await thread.locator('[data-seen]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('tells how long it takes from an event to the picture', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${emulator.console}/apps`);
    await page.getByRole('heading', { name: 'Apps', level: 1 }).waitFor();
    const took: number[] = [];
    for (let number = 0; number < 20; number += 1) {
      const name = `Named ${number}`;
      const seen = page.evaluate(
        (wanted) =>
          new Promise<number>((resolve) => {
            const look = () => {
              if (document.querySelector('main')?.textContent?.includes(wanted)) resolve(Date.now());
              else requestAnimationFrame(look);
            };
            look();
          }),
        name,
      );
      const startedAt = Date.now();
      await emulator.owner('POST', '/apps', { display_name: name, channel_credentials: [] });
      took.push((await seen) - startedAt);
    }
    const sorted = took.sort((one, other) => one - other);
    console.info(`From the call to the picture: median ${sorted[10]} ms, p95 ${sorted[18]} ms.`);
    expect(took).toHaveLength(20);
    await page.close();
  });
});

function callbackFrame(number: number): string {
  const seq = 9_000_000_000_000_000 - MANY + number;
  const callback = {
    seq,
    id: `callback-${number}`,
    trigger: 'MESSAGE_DELIVERY',
    app_id: 'app',
    webhook_id: 'webhook',
    target: 'http://127.0.0.1:9/webhook',
    state: 'delivered',
    time: '2026-01-01T00:00:00Z',
    gist: `callback ${number}`,
    attempts: 1,
    last_attempt: { time: '2026-01-01T00:00:00Z', status: 200, ms: 3 },
  };
  return `event: callback\nid: ${seq}\ndata: ${JSON.stringify({ seq, type: 'callback', callback })}\n\n`;
}
