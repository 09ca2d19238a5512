import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, startHarness } from './harness.ts';

let inbox: Harness;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

/** With headers that `fetch` does not let through. */
function status(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${inbox.url}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

describe('the page and its API', () => {
  it.each(['localhost', '127.0.0.1:1234', '[::1]:80', 'LOCALHOST'])('open under %s', async (host) => {
    expect(await status('/', { host })).toBe(200);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.2'])('do not open under "%s"', async (host) => {
    expect(await status('/', { host })).toBe(403);
    expect(await status('/api/conversations', { host })).toBe(403);
    expect(await status('/assets/main.js', { host })).toBe(403);
  });

  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'cf-connecting-ip'])(
    'are not shown through a tunnel that says %s',
    async (header) => {
      expect(await status('/api/conversations', { [header]: '203.0.113.7' })).toBe(403);
    },
  );

  it('leave /webhook and /healthz open to tunnels', async () => {
    const through = { host: 'my-tunnel.example', 'x-forwarded-for': '203.0.113.7' };
    expect(await status('/healthz', through)).toBe(200);
    expect(await status('/webhook', through, 'POST')).toBe(401);
    expect(await status('/webhook', through)).toBe(405);
  });

  it('take JSON only, so that no form elsewhere can write', async () => {
    const url = `${inbox.url}/api/conversations/x/messages`;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body: '{"text":"a"}' });
      expect(response.status).toBe(415);
    }
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuse bodies that are too large', async () => {
    expect(await inbox.post('/api/conversations/x/messages', { text: 'a'.repeat(70_000) })).toMatchObject({ status: 413 });
  });

  it('answer what is not there with a problem', async () => {
    const response = await fetch(`${inbox.url}/api/nothing`);
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect(await status('/assets/nothing.js', {})).toBe(404);
    expect(await status('/assets/..%2f..%2fmain.js', {})).toBe(404);
  });
});

describe('the page', () => {
  it('allows nothing but its own files', async () => {
    const response = await fetch(inbox.url);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('has every file that it names', async () => {
    const page = await (await fetch(inbox.url)).text();
    const paths = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(paths).toContain('/assets/main.js');
    for (const path of paths) expect((await fetch(`${inbox.url}${path}`)).status).toBe(200);
    const script = await (await fetch(`${inbox.url}/assets/main.js`)).text();
    const imports = [...script.matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => name);
    expect(imports.length).toBeGreaterThan(5);
    for (const name of imports) {
      const response = await fetch(`${inbox.url}/assets/${name}`);
      expect([name, response.status, response.headers.get('content-type')]).toEqual([name, 200, 'text/javascript; charset=utf-8']);
    }
  });

  it('never turns text into markup', async () => {
    const folder = new URL('../src/page/browser/', import.meta.url);
    for (const name of await readdir(folder)) {
      const source = await readFile(new URL(name, folder), 'utf8');
      expect([name, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc/.test(source)]).toEqual([
        name,
        false,
      ]);
    }
  });
});
