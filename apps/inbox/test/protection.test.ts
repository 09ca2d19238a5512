import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

describe('the page and its API', () => {
  it('take JSON only, so that no form elsewhere can write', async () => {
    const path = '/api/conversations/x/messages';
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']) {
      const response = await inbox.fetch(path, { method: 'POST', headers: { 'content-type': type }, body: '{"text":"a"}' });
      expect(response.status).toBe(415);
    }
    const preflight = await inbox.fetch(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuse bodies that are too large, whether they say so or not', async () => {
    const large = JSON.stringify({ text: 'a'.repeat(300_000) });
    for (const body of [large, new Blob([large]).stream()]) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit;
      expect((await inbox.fetch('/api/saved-replies', init)).status).toBe(413);
    }
  });

  it('take bodies that do not say how long they are', async () => {
    const body = new Blob([JSON.stringify({ shortcut: 'hi', text: 'Hello!' })]).stream();
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit;
    expect((await inbox.fetch('/api/saved-replies', init)).status).toBe(201);
  });

  it('answer what is not there with a problem', async () => {
    const response = await inbox.fetch('/api/nothing');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await inbox.fetch('/assets/nothing.js')).status).toBe(404);
    expect((await inbox.fetch('/assets/..%2f..%2fmain.js')).status).toBe(404);
  });
});

describe('the page', () => {
  it('allows nothing but its own files', async () => {
    const response = await inbox.fetch('/');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('has every file that it names', async () => {
    const page = await (await inbox.fetch('/')).text();
    const paths = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '').filter((path) => !path.startsWith('/api/'));
    expect(paths.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(1);
    for (const path of paths) expect([path, (await inbox.fetch(path)).status]).toEqual([path, 200]);
  });

  it('never turns text into markup', async () => {
    const folder = new URL('../page/src/', import.meta.url);
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.tsx?$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const source = await readFile(new URL(name, folder), 'utf8');
      expect([name, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc/.test(source)]).toEqual([
        name,
        false,
      ]);
    }
  });
});
