import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AppParts, createApp } from '../src/http/create-app.ts';
import { type Harness, startHarness } from './harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const OPEN_TO_ALL = ['/webhook', '/healthz'];

let inbox: Harness;
let key: string;
beforeAll(async () => {
  inbox = await startHarness();
  key = new URL(inbox.pageUrl).searchParams.get('key') ?? '';
});
afterAll(() => inbox.close());

interface Answer {
  status: number;
  text: string;
}

/** Sends a path and headers as they are: `fetch` would tidy them up. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(inbox.url);
    const outgoing = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** Every route that the app has, also those of a later day. */
function routes(): { method: string; path: string }[] {
  const { routes: all } = createApp({ accessKey: 'k' } as unknown as AppParts);
  const own = all.filter(({ path }) => !path.endsWith('/*') && path !== '*');
  return own.map(({ method, path }) => ({
    method: method === 'ALL' ? 'POST' : method,
    path: path.replace(/:name\{.*\}/, 'main.js').replaceAll(/:\w+/g, 'x'),
  }));
}

describe('without the key', () => {
  it.each(routes())('$method $path is refused, unless it is for everyone', async ({ method, path }) => {
    const { status } = await raw(path, { 'content-type': 'application/json' }, method);
    if (path === '/healthz') expect(status).toBe(200);
    // Refused for its missing signature.
    else if (path === '/webhook') expect([status, (await raw(path, {}, method)).text]).toEqual([401, '{"reason":"missing_header"}']);
    else expect(status).toBe(401);
  });

  it('knows all the routes that it speaks of', () => {
    expect(routes().map(({ path }) => path)).toEqual(expect.arrayContaining([...OPEN_TO_ALL, '/', '/api/events', '/assets/main.js']));
    expect(routes().length).toBeGreaterThan(10);
  });

  it.each(['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'POST'])('%s opens nothing', async (method) => {
    for (const path of ['/', '/api/conversations', '/assets/main.js', '/nothing'])
      expect([path, (await raw(path, {}, method)).status]).toEqual([path, 401]);
  });

  it.each([
    '//',
    '//api/conversations',
    '/api//conversations',
    '/API/conversations',
    '/%61pi/conversations',
    '/api/conversations/',
    '/webhook/../api/conversations',
    '/webhook/..%2fapi/conversations',
    '/webhook%2f..%2fapi/conversations',
    '/webhook/',
    '/webhook/api/conversations',
    '/webhook;/api/conversations',
    '/healthz/',
    '/healthz/..//api/conversations',
    '/healthz/%2e%2e/api/conversations',
    '/./api/conversations',
    '/api/conversations%00',
    '/api/conversations?path=/healthz',
    '/api/conversations#/healthz',
    'http://127.0.0.1/api/conversations',
    '/index.html',
  ])('the path %s opens nothing', async (path) => {
    expect((await raw(path)).status).toBe(401);
  });

  it.each([
    { host: 'localhost' },
    { host: '127.0.0.1:4020' },
    { host: '[::1]' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { forwarded: 'for=127.0.0.1;host=localhost' },
    { 'x-original-url': '/healthz' },
    { 'x-rewrite-url': '/healthz' },
    { 'x-http-method-override': 'OPTIONS' },
    { origin: 'http://localhost' },
  ])('headers prove nothing: %j', async (headers) => {
    expect((await raw('/', headers)).status).toBe(401);
    expect((await raw('/api/conversations', headers)).status).toBe(401);
  });

  it('almost the key opens nothing', async () => {
    for (const wrong of ['', 'x', key.slice(0, -1), `${key}x`, key.toUpperCase(), `${key}%00`]) {
      expect((await raw(`/?key=${wrong}`)).status).toBe(401);
    }
    // Only the page takes a key: at other addresses it would be logged and passed on.
    expect((await raw(`/api/conversations?key=${key}`)).status).toBe(401);
    expect((await raw('/api/conversations', { authorization: `Bearer ${key}` })).status).toBe(401);
    const [name = '', value = ''] = inbox.cookie.split('=');
    for (const cookie of [name, `${name}=`, `${name}=${key}`, `${name}=${value}x`, `other=${value}`, `${name}="${value}"`]) {
      expect([cookie, (await raw('/api/conversations', { cookie })).status]).toEqual([cookie, 401]);
    }
  });
});

describe('the key', () => {
  it('becomes a cookie that scripts cannot read and other sites cannot use, and leaves the address', async () => {
    const response = await fetch(inbox.pageUrl, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^inbox-[\w-]{8}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/),
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.getSetCookie().join()).not.toContain(key);
  });

  it('opens the page and its API for whoever has it, wherever the request comes from', async () => {
    const through = { cookie: `theme=dark; ${inbox.cookie}`, host: 'my-tunnel.example', 'x-forwarded-for': '203.0.113.7' };
    expect((await raw('/', through)).status).toBe(200);
    expect((await raw('/api/conversations', through)).status).toBe(200);
  });

  it('is asked for by a page that says where it stands, without telling it', async () => {
    for (const path of ['/', '/?key=wrong']) {
      const response = await fetch(`${inbox.url}${path}`, { headers: { accept: 'text/html,*/*' } });
      const page = await response.text();
      expect([response.status, response.headers.get('content-type')]).toEqual([401, 'text/html; charset=UTF-8']);
      expect(page).toContain('Open the address that the inbox printed when it started');
      expect(page).not.toContain(key);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    }
    expect((await raw('/api/conversations')).text).toContain('Open the address that the inbox printed when it started');
  });

  it('is never logged', () => {
    expect(inbox.logged.join('\n')).not.toContain(key);
  });
});
