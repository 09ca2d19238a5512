import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { type Browser, hasBrowser, launchBrowser, openPage } from '../../../../scripts/vitest/browser.ts';
import { type RunningEmulator, startEmulator } from '../support/start-emulator.ts';

const TOKEN = 'the-admin-token-of-this-test';

/** The status of a request with headers that `fetch` does not let one set. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(method === 'GET' ? undefined : '{}');
  });
}

describe('strangers', () => {
  let emulator: RunningEmulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  test.each(['/_emulator/console/', '/_emulator/overview', '/_emulator/stream?after=0'])(
    'a foreign Host gets nothing of %s',
    async (path) => {
      expect(await statusOf(`${emulator.url}${path}`, { host: 'evil.example' })).toBe(403);
    },
  );

  test.each(['/_emulator/reset', '/_emulator/session', '/_emulator/as-owner/eu/v1/projects/x/apps'])(
    'a foreign Origin changes nothing at %s',
    async (path) => {
      const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
      expect(await statusOf(`${emulator.url}${path}`, headers, 'POST')).toBe(403);
    },
  );

  test('the page comes with a policy that lets nothing in, and is framed by nobody', async () => {
    const response = await fetch(`${emulator.console}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe-/);
  });
});

describe.skipIf(!hasBrowser)('with --admin-token', { timeout: 60_000 }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  beforeAll(async () => {
    [browser, emulator] = await Promise.all([launchBrowser(), startEmulator('--admin-token', TOKEN)]);
  });
  afterAll(async () => {
    await browser.close();
    await emulator.close();
  });

  test('nothing is shown without it, and everything after signing in, also to a tab that comes later', async () => {
    const { page } = await openPage(browser);
    for (const path of ['/', '/apps', '/keys', '/wall', '/callbacks', '/postman']) {
      await page.goto(`${emulator.console}${path}`);
      await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
      expect(await page.locator('main').textContent()).not.toContain(emulator.projectId);
    }
    await page.getByLabel('Admin token').fill('a guess');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This is not the admin token').waitFor();
    await page.getByLabel('Admin token').fill(TOKEN);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Postman', level: 1 }).waitFor();
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/_emulator' });
    const { page: later } = await openPage(browser, { storageState: await page.context().storageState() });
    await later.goto(`${emulator.console}/keys`);
    await later.getByRole('heading', { name: 'Access keys', level: 1 }).waitFor();
    // live, too: the stream is let in by the cookie
    await later.goto(`${emulator.console}/apps`);
    await fetch(`${emulator.url}/_emulator/as-owner/eu/v1/projects/${emulator.projectId}/apps`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ display_name: 'Told by the stream', channel_credentials: [] }),
    });
    await later.getByRole('link', { name: 'Told by the stream' }).waitFor();
    await Promise.all([page.close(), later.close()]);
  });
});
