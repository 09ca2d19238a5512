import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSOLE_PATH, createConsoleFiles } from '../../src/http/console-files.ts';
import { makeFolder } from '../state-folder.ts';
import { credential, type Lab, startLab } from '../support.ts';

const ADA = '46700000001';
const OTHER_PAGES: Record<string, string>[] = [
  { origin: 'http://localhost:5173' },
  { origin: 'null' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
];

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** fetch keeps some headers to itself. */
function ask(lab: Lab, method: string, path: string, headers: Record<string, string> = {}, body: string | Buffer = ''): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(lab.url + path, { method, headers }, (response) => {
      let answer = '';
      response.on('data', (chunk) => {
        answer += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('the API without a key', () => {
  it('is there for the page of the emulator, and the log of calls says so', async () => {
    const lab = await startLab({ rateLimits: { requestsPerSecond: 1 } });
    const path = `/_emulator/as-owner/eu/v1/projects/${lab.projectId}/apps`;
    const app = JSON.stringify({ display_name: 'Shop', channel_credentials: [credential('SMS')] });
    const made = await ask(lab, 'POST', path, { ...JSON_TYPE, origin: lab.url, 'sec-fetch-site': 'same-origin' }, app);
    expect([made.status, JSON.parse(made.body).display_name]).toEqual([200, 'Shop']);
    const listed = await ask(lab, 'GET', `${path}?`, { 'sec-fetch-site': 'same-origin' });
    expect(JSON.parse(listed.body).apps).toHaveLength(1);
    expect(Number(listed.headers['x-convapi-seq'])).toBeLessThanOrEqual(lab.control.seq());
    expect(lab.control.requests()).toMatchObject([
      { operation: 'App_CreateApp', region: 'eu', as_owner: true, key_id: null, path: `/eu/v1/projects/${lab.projectId}/apps` },
      { operation: 'App_ListApps', as_owner: true },
    ]);
    // The limit of one call in a second is there for others all the same.
    expect((await lab.call('GET', '/apps')).status).toBe(200);
  });

  it.each(OTHER_PAGES)('is not there for other pages: %j', async (headers) => {
    const lab = await startLab();
    const path = `/_emulator/as-owner/v1/projects/${lab.projectId}/apps`;
    expect(await ask(lab, 'GET', path, headers)).toMatchObject({ status: 403, body: expect.stringContaining('origin-refused') });
    expect((await ask(lab, 'POST', path, { ...JSON_TYPE, ...headers }, '{}')).status).toBe(403);
  });

  it('checks requests as ever, and knows no other project', async () => {
    const lab = await startLab();
    expect((await lab.call('GET', `/_emulator/as-owner/v1/projects/${lab.projectId}/apps?x=1`)).status).toBe(400);
    expect((await lab.call('GET', '/_emulator/as-owner/v1/projects/other/apps')).status).toBe(403);
    expect((await lab.call('GET', '/_emulator/as-owner/nothing')).status).toBe(404);
  });

  it('is that of a namespace below its name', async () => {
    const lab = await startLab();
    const shop = await lab.namespace('shop');
    const path = `/_emulator/namespaces/shop/as-owner/v1/projects/${shop.projectId}/apps`;
    expect((await lab.call('POST', path, { display_name: 'Shop', channel_credentials: [] })).status).toBe(200);
    expect((await lab.call('GET', path)).body.apps).toHaveLength(1);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
  });
});

describe('a session', () => {
  it('takes the place of the admin token, in a cookie that scripts and other sites do not get', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    expect((await ask(lab, 'POST', '/_emulator/session', JSON_TYPE, '{"token":"other"}')).status).toBe(401);
    expect((await ask(lab, 'POST', '/_emulator/session', JSON_TYPE, '{}')).status).toBe(400);
    const { status, headers } = await ask(lab, 'POST', '/_emulator/session', JSON_TYPE, '{"token":"t0ken"}');
    const [set = ''] = headers['set-cookie'] as string[];
    expect([status, set]).toEqual([200, expect.stringMatching(/^convapi_emulator=[\w-]+; HttpOnly; SameSite=Strict; Path=\/_emulator$/)]);
    expect(set).not.toContain('t0ken');
    const cookie = set.split(';', 1)[0] as string;
    expect((await ask(lab, 'GET', '/_emulator/events', { cookie })).status).toBe(200);
    expect((await ask(lab, 'POST', '/_emulator/reset', { cookie, ...JSON_TYPE, origin: lab.url }, '{}')).status).toBe(200);
    expect((await ask(lab, 'GET', '/_emulator/events', { cookie: 'convapi_emulator=other' })).status).toBe(401);
    for (const other of OTHER_PAGES) expect((await ask(lab, 'GET', '/_emulator/events', { cookie, ...other })).status).toBe(401);
    const out = await ask(lab, 'DELETE', '/_emulator/session');
    expect(out.headers['set-cookie']).toEqual([expect.stringContaining('Max-Age=0')]);
  });

  it('cannot be made by other pages', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    for (const other of OTHER_PAGES) {
      expect((await ask(lab, 'POST', '/_emulator/session', { ...JSON_TYPE, ...other }, '{"token":"t0ken"}')).status).toBe(403);
    }
  });
});

describe('a file for messages', () => {
  const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

  it('stands behind an address that nobody can guess, and goes both ways', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    const authorization = 'Bearer t0ken';
    const stored = await ask(lab, 'POST', '/_emulator/media', { 'content-type': 'image/png', authorization }, PNG);
    const { url, sha256, bytes, content_type: type } = JSON.parse(stored.body);
    expect([stored.status, url, bytes, type]).toEqual([200, `${lab.url}/_emulator/media/${sha256}`, 8, 'image/png']);
    const got = await fetch(url);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'public, max-age=31536000, immutable',
    });
    const app = await lab.app(['RCS']);
    await lab.send(app, [['RCS', ADA]], { message: { media_message: { url } } });
    lab.control.contact(ADA, 'RCS').sendsMedia(url);
    await lab.control.idle();
    expect(lab.control.messages().map(({ message }) => JSON.stringify(message).includes(url))).toEqual([true, true]);
    expect((await fetch(`${lab.url}/_emulator/media/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it.each(['text/html', 'image/svg+xml', 'application/json', ''])('is not of the type %s', async (type) => {
    const lab = await startLab();
    const answer = await ask(lab, 'POST', '/_emulator/media', { 'content-type': type }, PNG);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining('Content-Type must be')]);
  });

  it('is not empty', async () => {
    const lab = await startLab();
    expect((await ask(lab, 'POST', '/_emulator/media', { 'content-type': 'image/png' })).body).toContain('The file is empty');
  });

  it.each([
    ['says how long it is', { 'content-length': String(100 * 1024 * 1024) }],
    ['does not', { 'transfer-encoding': 'chunked' }],
  ])('is not of 100 MB, whether the client %s, and is not collected first', async (_, headers) => {
    const lab = await startLab();
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        `${lab.url}/_emulator/media`,
        { method: 'POST', headers: { 'content-type': 'video/mp4', ...headers } },
        (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        },
      );
      // Broken off by the other side once it has answered.
      sent.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error),
      );
      const piece = Buffer.alloc(1024 * 1024);
      let left = 100;
      const more = () => {
        while (left > 0) {
          left -= 1;
          if (!sent.write(piece)) return sent.once('drain', more);
        }
        return sent.end();
      };
      more();
    });
    expect(status).toBe(413);
    expect((await lab.call('GET', '/_emulator')).status).toBe(200);
  });
});

describe('the Postman collection', () => {
  it('has the settings of the project in its variables', async () => {
    const lab = await startLab({ region: 'eu' });
    const shop = await lab.namespace('shop');
    for (const [path, project, region] of [
      ['/_emulator', lab, 'eu'],
      ['/_emulator/namespaces/shop', shop, 'eu'],
    ] as const) {
      const { variable } = (await lab.done('GET', `${path}/postman.json`)) as unknown as { variable: { key: string; value: string }[] };
      const values = Object.fromEntries(variable.map(({ key, value }) => [key, value]));
      expect(values).toMatchObject({
        PROJECT: project.projectId,
        CLIENT_ID: project.keyId,
        CLIENT_SECRET: project.keySecret,
        REGION: region,
        BASE_URL: lab.url,
        TOKEN_URL: lab.tokenUrl,
        CONTROL_URL: lab.url + path,
        APP: '',
      });
      expect(new Set(variable.map(({ key }) => key)).size).toBe(variable.length);
    }
    expect((await ask(lab, 'GET', '/_emulator/postman.json', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('the console', () => {
  it('is where a browser is led, and a program is not', async () => {
    const lab = await startLab();
    const page = await ask(lab, 'GET', '/', { accept: 'text/html,application/xhtml+xml' });
    expect([page.status, page.headers.location]).toEqual([302, '/_emulator/console/']);
    expect((await ask(lab, 'GET', '/', { accept: '*/*' })).headers.location).toBe('/_emulator');
    const off = await startLab({ console: false });
    expect((await ask(off, 'GET', '/', { accept: 'text/html' })).headers.location).toBe('/_emulator');
    expect((await ask(off, 'GET', '/_emulator/console/')).status).toBe(404);
  });

  it('needs no admin token, what it shows does', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    expect((await ask(lab, 'GET', '/_emulator/console/')).headers['content-type']).toMatch('text/html');
    expect((await ask(lab, 'GET', '/_emulator/apps')).status).toBe(401);
  });

  it('is files: assets for ever, compressed where they are, and one page for every place in it', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>console</title>');
    writeFileSync(join(folder, 'assets/index-Dq0b3x1a.js'), 'plain');
    writeFileSync(join(folder, 'assets/index-Dq0b3x1a.js.br'), 'compressed');
    writeFileSync(join(folder, 'secret.txt'), 'a file beside');
    const { Hono } = await import('hono');
    const app = new Hono().route(CONSOLE_PATH, createConsoleFiles(folder));
    const get = async (path: string, headers: Record<string, string> = {}) => {
      const response = await app.request(CONSOLE_PATH + path, { headers });
      return { status: response.status, headers: response.headers, body: await response.text() };
    };
    for (const path of ['/', '/apps/eu/01H', '/@shop.v2/wall']) {
      expect(await get(path)).toMatchObject({ status: 200, body: expect.stringContaining('<title>console') });
    }
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'");
    const asset = await get('/assets/index-Dq0b3x1a.js', { 'accept-encoding': 'gzip, br' });
    expect([asset.body, asset.headers.get('content-encoding'), asset.headers.get('content-type')]).toEqual([
      'compressed',
      'br',
      expect.stringContaining('javascript'),
    ]);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/index-Dq0b3x1a.js')).body).toBe('plain');
    expect((await get('/assets/missing.js')).status).toBe(404);
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%5cpackage.json']) {
      expect((await get(path)).body).not.toContain('"name"');
    }
  });
});
