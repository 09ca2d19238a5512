import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPinnedLookup, type Resolve } from '../src/callbacks/pinned-lookup.ts';
import { createPoster } from '../src/callbacks/poster.ts';
import { type Lab, startLab, startReceiver } from './support.ts';

/** fetch keeps some headers to itself. */
function callAs(
  lab: Lab,
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '{}',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(lab.url + path, { method, headers: { 'content-type': 'application/json', ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on('error', reject);
    sent.end(method.startsWith('P') ? body : undefined);
  });
}

describe('pages of other sites', () => {
  it.each([
    ['POST', '/_emulator/reset'],
    ['POST', '/_emulator/faults'],
    ['PUT', '/_emulator/channels/SMS'],
    ['DELETE', '/_emulator/faults'],
    ['POST', '/_emulator/namespaces'],
    ['POST', '/oauth2/token'],
    ['POST', '/v1/projects/x/apps'],
    ['OPTIONS', '/_emulator/reset'],
  ])('cannot make a browser send %s %s', async (method, path) => {
    const lab = await startLab();
    const origins = ['https://evil.example', 'null', 'http://localhost.evil.example', 'http://127.0.0.1.nip.io', 'nonsense'];
    for (const origin of origins) {
      const { status, body } = await callAs(lab, method, path, { origin });
      expect([origin, status, body]).toEqual([origin, 403, expect.stringContaining('origin-refused')]);
    }
    expect((await callAs(lab, method, path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('get nothing to read: no answer allows another origin', async () => {
    const lab = await startLab();
    const response = await fetch(`${lab.url}/_emulator`, { headers: { origin: 'https://evil.example' } });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['http://localhost:5173', 'http://127.0.0.1:8080', 'http://[::1]:3000', 'https://shop.test'])(
    'that are of this machine may: %s',
    async (origin) => {
      const lab = await startLab({ allowHosts: ['shop.test'] });
      expect((await callAs(lab, 'POST', '/_emulator/reset', { origin })).status).toBe(200);
      expect((await callAs(lab, 'POST', '/_emulator/reset', { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    },
  );
});

describe('the admin token', () => {
  it('is needed for /_emulator, and for nothing else', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    await lab.namespace('one');
    for (const path of [
      '/_emulator',
      '/_emulator/',
      '/_emulator/messages',
      '/_emulator/namespaces',
      '/_emulator/namespaces/one',
      '/_emulator/nothing',
    ]) {
      const without = await fetch(lab.url + path);
      expect([path, without.status, without.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer realm="convapi-emulator"']);
      expect((await fetch(lab.url + path, { headers: { authorization: 'Bearer t0ken!' } })).status).toBe(401);
    }
    const authorization = 'Bearer t0ken';
    expect((await fetch(`${lab.url}/_emulator/messages`, { headers: { authorization } })).status).toBe(200);
    expect((await callAs(lab, 'POST', '/_emulator/reset', { authorization })).status).toBe(200);
    expect((await callAs(lab, 'POST', '/_emulator/reset', {})).status).toBe(401);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
  });

  it('is not a key of the API, nor the other way round', async () => {
    const lab = await startLab({ adminToken: 't0ken' });
    expect((await lab.call('GET', '/apps', undefined, { authorization: 'Bearer t0ken' })).status).toBe(401);
    expect((await lab.call('GET', '/_emulator/messages')).status).toBe(401);
  });

  it('cannot be empty', async () => {
    await expect(startLab({ adminToken: '' })).rejects.toThrow('adminToken');
  });
});

describe('limits', () => {
  it.each(['/_emulator/reset', '/_emulator/faults', '/_emulator/namespaces', '/_emulator/inbound'])('hold for %s', async (path) => {
    const lab = await startLab();
    const tooLarge = await callAs(lab, 'POST', path, {}, JSON.stringify({ name: 'x'.repeat(1024 * 1024) }));
    const tooDeep = await callAs(lab, 'POST', path, {}, `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`);
    const form = await callAs(lab, 'POST', path, { 'content-type': 'text/plain' });
    expect([tooLarge.status, tooDeep.status, form.status]).toEqual([400, 400, 400]);
    expect([tooLarge.body, tooDeep.body]).toEqual([
      expect.stringContaining('over 1048576 bytes'),
      expect.stringContaining('deeper than 64'),
    ]);
  });

  it('hold for calls that fault rules look into', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { status: 418 }, match: { channel: 'SMS' } });
    const call = (body: string) =>
      callAs(lab, 'POST', `/v1/projects/${lab.projectId}/apps`, { authorization: `Basic ${btoa(`${lab.keyId}:${lab.keySecret}`)}` }, body);
    expect((await call(JSON.stringify({ channel: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
    expect((await call(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)).status).toBe(400);
  });
});

describe('names of receivers', () => {
  const leadsTo =
    (...addresses: string[]): Resolve =>
    (_, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  function look(hostname: string, allowTargets: string[], resolve: Resolve): Promise<unknown> {
    return new Promise((done) => {
      createPinnedLookup(allowTargets, resolve)(hostname, { all: true }, (error, found) => done(error ? error.message : found));
    });
  }

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('may lead to %s', async (address) => {
    expect(await look('shop.localhost', [], leadsTo(address))).toMatchObject([{ address }]);
  });

  it.each(['10.0.0.1', '192.0.2.1', '169.254.169.254', '0.0.0.0', '::', 'fe80::1', '::ffff:10.0.0.1'])(
    'may not lead to %s',
    async (address) => {
      expect(await look('shop.localhost', [], leadsTo(address))).toContain('not on this machine');
      expect(await look('shop.localhost', [], leadsTo('127.0.0.1', address))).toContain('not on this machine');
    },
  );

  it('lead anywhere when they were allowed', async () => {
    expect(await look('Shop.Example', ['shop.example'], leadsTo('10.0.0.1'))).toMatchObject([{ address: '10.0.0.1' }]);
    expect(await look('shop.example', ['*'], leadsTo('10.0.0.1'))).toMatchObject([{ address: '10.0.0.1' }]);
  });

  it('pass on why they lead nowhere', async () => {
    expect(await look('shop.localhost', [], (_, callback) => callback(new Error('ENOTFOUND'), []))).toBe('ENOTFOUND');
    expect(await look('shop.localhost', [], leadsTo())).toContain('no address');
  });

  it('are looked up once, for the connection that is made', async () => {
    const receiver = await startReceiver();
    const poster = createPoster(1000, []);
    onTestFinished(() => poster.close());
    expect(await poster.post(receiver.url.replace('127.0.0.1', 'localhost'), {}, '{}')).toBe(200);
  });
});

describe('callbacks', () => {
  it.each([
    'http://192.0.2.1/x',
    'http://169.254.169.254/latest/meta-data',
    'http://0.0.0.0:1/x',
    'http://[::]/x',
    'http://[::ffff:10.0.0.1]/x',
    'http://localhost.evil.example/x',
    'http://127.0.0.1@evil.example/x',
    'http://127.0.0.1.nip.io/x',
    'http://2130706433.evil.example/x',
    'file:///etc/passwd',
  ])('do not go to %s', async (target) => {
    const lab = await startLab();
    const appId = await lab.app(['SMS']);
    const { status } = await lab.call('POST', '/webhooks', { app_id: appId, target, target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] });
    lab.control.contact('46700000001', 'SMS').writes('Hi');
    await lab.control.idle();
    if (status === 200) expect(lab.control.callbacks()).toMatchObject([{ state: 'refused' }]);
    else expect(lab.control.callbacks()).toEqual([]);
  });

  it('carry no header that a receiver of tokens made up', async () => {
    const lab = await startLab();
    const receiver = await startReceiver();
    const tokens = createServer((_, response) => response.end(JSON.stringify({ access_token: 'x\r\nx-injected: yes', expires_in: 60 })));
    await new Promise<void>((resolve) => tokens.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void tokens.close());
    const endpoint = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`;
    const client_credentials = { client_id: 'id', client_secret: 'secret', endpoint };
    const appId = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', {
      app_id: appId,
      target: receiver.url,
      target_type: 'HTTP',
      triggers: ['MESSAGE_INBOUND'],
      client_credentials,
    });
    lab.control.contact('46700000001', 'SMS').writes('Hi');
    await lab.control.idle();
    expect(receiver.got).toEqual([]);
    expect(lab.control.callbacks()).toMatchObject([{ attempts: [{ error: expect.stringMatching(/invalid authorization header/) }] }]);
  });
});
