import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AppParts, createApp } from '../src/http/create-app.ts';
import { createMetrics } from '../src/observing/metrics.ts';
import { inbound, text } from './callbacks.ts';
import { type Harness, type Person, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
let bo: Person;
beforeAll(async () => {
  inbox = await startHarness({ metricsToken: 'a-token-for-prometheus' });
  bo = await inbox.person('Bo');
});
afterAll(() => inbox.close());

const JSON_HEADERS = { 'content-type': 'application/json' };

/** Sends a path and headers as they are: `fetch` would tidy them up. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(inbox.url);
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      let words = '';
      response.on('data', (chunk) => {
        words += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: words }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function signIn(email: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
  const body = JSON.stringify({ email, password });
  return fetch(`${inbox.url}/api/session`, { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body });
}

/** Every route that the app has below /api, also those of a later day. */
function routes(): { method: string; path: string }[] {
  const parts = { team: {}, metrics: createMetrics() } as unknown as AppParts;
  const own = createApp(parts).routes.filter(({ path }) => path.startsWith('/api/') && !path.endsWith('*'));
  const all = own.map(({ method, path }) => ({ method: method === 'ALL' ? 'GET' : method, path: path.replaceAll(/:\w+/g, 'x') }));
  return [...new Map(all.map((route) => [`${route.method} ${route.path}`, route])).values()];
}

const SIGNS_IN_OR_OUT: readonly string[] = ['POST /api/session', 'DELETE /api/session'];

describe('without a session', () => {
  it.each(routes())('$method $path is refused, unless it is for signing in or out', async ({ method, path }) => {
    const { status } = await raw(path, JSON_HEADERS, method, method === 'GET' || method === 'DELETE' ? '' : '{}');
    if (SIGNS_IN_OR_OUT.includes(`${method} ${path}`)) expect([400, 204]).toContain(status);
    else expect(status).toBe(401);
  });

  it('knows the routes that it speaks of', () => {
    const all = routes().map(({ method, path }) => `${method} ${path}`);
    expect(all).toEqual(
      expect.arrayContaining([...SIGNS_IN_OR_OUT, 'GET /api/events', 'GET /api/media', 'POST /api/conversations/x/messages']),
    );
    expect(all.length).toBeGreaterThan(20);
  });

  it('the health is open, and the metrics are not', async () => {
    expect([(await raw('/healthz')).status, (await raw('/readyz')).status, (await raw('/metrics')).status]).toEqual([200, 200, 401]);
    expect((await raw('/metrics', { authorization: 'Bearer a-token' })).status).toBe(401);
    const { status, text: metrics } = await raw('/metrics', { authorization: 'Bearer a-token-for-prometheus' });
    expect([status, metrics]).toEqual([200, expect.stringContaining('inbox_callbacks_total')]);
    expect((await inbox.get('/metrics')).body).toMatch(
      /inbox_http_request_seconds_count\{method="GET",route="\/readyz",status="200"\} [1-9]/,
    );
    expect((await bo.get('/metrics')).status).toBe(403);
  });

  it.each([
    '/API/conversations',
    '/api//conversations',
    '//api/conversations',
    '/api/conversations/',
    '/api/./conversations',
    '/api/%63onversations',
  ])('another way to write a path does not lead around it: %s', async (path) => {
    const { status, text: words } = await raw(path);
    expect([401, 404]).toContain(status);
    expect(words).not.toContain('"conversations"');
  });
});

describe('a link', () => {
  it('signs in once, with a cookie that scripts cannot read and other sites cannot use', async () => {
    const url = await inbox.signInUrl(bo.email);
    const response = await fetch(url, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^inbox-[\da-f]{8}\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect([response.headers.get('cache-control'), response.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    const again = await fetch(url, { redirect: 'manual' });
    expect([again.headers.get('location'), again.headers.getSetCookie()]).toEqual(['/?problem=link', []]);
  });

  it('of somebody who is not there, or no link at all, leads to the page without signing in', async () => {
    for (const token of ['', 'guess', '%00', "'--"]) {
      const response = await fetch(`${inbox.url}/sign-in?token=${token}`, { redirect: 'manual' });
      expect([response.headers.get('location'), response.headers.getSetCookie()]).toEqual(['/?problem=link', []]);
    }
  });

  it('lets somebody choose a password, with which they sign in from then on', async () => {
    expect((await bo.get('/api/session')).body).toMatchObject({ agent: { name: 'Bo', role: 'agent', active: true }, hasPassword: false });
    expect(await bo.post('/api/session/password', { current: '', next: 'short' })).toMatchObject({ status: 400 });
    expect((await bo.post('/api/session/password', { current: '', next: 'a horse and a staple' })).status).toBe(204);
    expect((await bo.get('/api/session')).body.hasPassword).toBe(true);
    const wrong = await signIn(bo.email, 'a horse and a stable');
    const nobody = await signIn('nobody@example.com', 'a horse and a staple');
    expect([wrong.status, await wrong.json()]).toEqual([nobody.status, await nobody.json()]);
    const right = await signIn('BO@example.com', 'a horse and a staple');
    expect([right.status, (await right.json()).agent.name, right.headers.getSetCookie()]).toEqual([
      200,
      'Bo',
      [expect.stringContaining('HttpOnly')],
    ]);
  });

  it('is no way around the present password', async () => {
    expect((await bo.post('/api/session/password', { current: 'not this one', next: 'another long password' })).status).toBe(403);
    const other = await inbox.person('Bo');
    expect((await other.post('/api/session/password', { current: 'a horse and a staple', next: 'another long password' })).status).toBe(
      204,
    );
    // it ends the other sessions
    expect((await bo.get('/api/session')).status).toBe(401);
    bo = await inbox.person('Bo');
  });
});

describe('a session', () => {
  it('ends when the person says so', async () => {
    const eve = await inbox.person('Eve');
    expect([(await eve.call('DELETE', '/api/session')).status, inbox.logged]).toEqual([204, []]);
    expect((await eve.get('/api/session')).status).toBe(401);
  });

  it('is not one with another cookie', async () => {
    const [name = '', value = ''] = inbox.cookie.split('=');
    for (const cookie of [name, `${name}=`, `${name}=x.y`, `${name}=${value}x`, `other=${value}`]) {
      expect([cookie, (await raw('/api/conversations', { cookie })).status]).toEqual([cookie, 401]);
    }
  });

  it('does nothing for a page of another site', async () => {
    const send = (headers: Record<string, string>) =>
      inbox.fetch('/api/conversations/x/typing', { method: 'POST', headers: { ...JSON_HEADERS, ...headers }, body: '{}' });
    expect((await send({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await send({ origin: inbox.url, 'sec-fetch-site': 'same-origin' })).status).toBe(404);
    expect((await signIn(bo.email, 'x', { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('is kept to HTTPS where the inbox is reached by it', async () => {
    const secure = await startHarness({ publicUrl: 'https://inbox.example.com' });
    const url = await secure.signInUrl(secure.email);
    expect(url).toMatch(/^https:\/\/inbox\.example\.com\/sign-in\?token=/);
    const response = await fetch(url.replace('https://inbox.example.com', secure.url), { redirect: 'manual' });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Secure-inbox-.*; Secure;/)]);
    await secure.close();
  });
});

describe('the team', () => {
  it('is seen by all, and changed by admins', async () => {
    expect((await bo.get('/api/team')).body.agents.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Admin', 'Bo']),
    );
    expect((await bo.post('/api/team', { name: 'Mallory', email: 'mallory@example.com', role: 'admin' })).status).toBe(403);
    expect((await bo.call('PATCH', `/api/team/${bo.id}`, { role: 'admin' })).status).toBe(403);
    const { status, body } = await inbox.post('/api/team', { name: 'Cleo', email: 'Cleo@Example.com', role: 'agent' });
    expect([status, body.agent]).toMatchObject([201, { name: 'Cleo', email: 'cleo@example.com' }]);
    expect((await fetch(body.signInUrl, { redirect: 'manual' })).headers.getSetCookie()).toHaveLength(1);
    expect((await inbox.post('/api/team', { name: 'C', email: 'cleo@example.com', role: 'agent' })).status).toBe(409);
    expect((await inbox.post('/api/team', { name: 'C', email: 'cleo', role: 'agent' })).status).toBe(400);
  });

  it('shuts out who has left, at once and for good', async () => {
    const dan = await inbox.person('Dan');
    const link = await inbox.signInUrl(dan.email);
    expect((await inbox.call('PATCH', `/api/team/${dan.id}`, { active: false })).body).toMatchObject({ active: false });
    expect((await dan.get('/api/session')).status).toBe(401);
    expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toBe('/?problem=link');
  });

  it('keeps an admin', async () => {
    for (const change of [{ role: 'agent' }, { active: false }]) {
      expect((await inbox.call('PATCH', `/api/team/${inbox.id}`, change)).status).toBe(409);
    }
    expect((await inbox.get('/api/session')).body.agent).toMatchObject({ role: 'admin', active: true });
  });
});

it('answers ten tries to sign in within a minute, from wherever they say they come, and says when to try again', async () => {
  const other = await startHarness();
  await other.callback(inbound({ channel: 'SMS', identity: '46701110001' }, 'X', text('Hello')));
  const body = JSON.stringify({ email: 'admin@example.com', password: 'a guess of mine' });
  const statuses: number[] = [];
  let last: Response | undefined;
  for (let n = 0; n < 12; n += 1) {
    last = await fetch(`${other.url}/api/session`, {
      method: 'POST',
      headers: { ...JSON_HEADERS, 'x-forwarded-for': `203.0.113.${n}` },
      body,
    });
    statuses.push(last.status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  // who is signed in goes on
  expect((await other.get('/api/conversations')).body.conversations).toHaveLength(1);
  await other.close();
});
