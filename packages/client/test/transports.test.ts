import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { isConnectionError, isTimeoutError } from '@convapi/core';
import { Agent as UndiciAgent } from 'undici';
import { describe, expect, test } from 'vitest';
import { fetchTransport, type Transport } from '../src/index.ts';
import { httpTransport } from '../src/transport/http-transport-node.ts';
import { TransportRequest } from '../src/transport/transport.ts';
import { undiciTransport } from '../src/transport/undici-transport-node.ts';
import { json, startApi } from './api-server.ts';

/** The contract that every transport keeps. */
const TRANSPORTS: [string, () => Transport][] = [
  ['httpTransport', () => httpTransport()],
  ['undiciTransport', () => undiciTransport({ dispatcher: new UndiciAgent() })],
  ['fetchTransport', () => fetchTransport(fetch)],
];

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** An address where nothing listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe.each(TRANSPORTS)('%s', (_, create) => {
  test('carries method, path, headers and a body that is not ASCII', async () => {
    const { baseUrl, requests } = await startApi(json({ ok: 'å 👋' }, 201, { 'x-request-id': 'r' }));
    const body = JSON.stringify({ text: 'Hej då 👋' });
    const request = new TransportRequest(`${baseUrl}/a%20b?c=d%26e`, { method: 'POST', headers: { 'x-own': 'yes' }, body });
    const response = await create()(request);
    expect(requests[0]).toMatchObject({ method: 'POST', target: '/a%20b?c=d%26e', body: { text: 'Hej då 👋' } });
    expect(requests[0]?.headers).toMatchObject({ 'x-own': 'yes', 'content-length': String(Buffer.byteLength(body)) });
    expect(response).toMatchObject({ status: 201, ok: true });
    expect(response.headers.get('X-Request-Id')).toBe('r');
    expect(response.headers.get('x-none')).toBeNull();
    expect(JSON.parse(await response.text())).toEqual({ ok: 'å 👋' });
    expect(request.left).toBe(true);
  });

  test.each(['DELETE', 'GET'])('sends a %s without a body', async (method) => {
    const { baseUrl, requests } = await startApi();
    await create()(new TransportRequest(baseUrl, { method }));
    expect(requests[0]).toMatchObject({ method, body: undefined });
  });

  test('an error status is an answer, not a failure', async () => {
    const { baseUrl } = await startApi(json({ no: 1 }, 503));
    const response = await create()(new TransportRequest(baseUrl));
    expect(response).toMatchObject({ status: 503, ok: false });
    expect(await response.text()).toBe('{"no":1}');
  });

  test('follows no redirect', async () => {
    const { baseUrl, requests } = await startApi(json({}, 302, { location: '/elsewhere' }));
    expect((await create()(new TransportRequest(baseUrl))).status).toBe(302);
    expect(requests).toHaveLength(1);
  });

  test('a port where nothing listens fails before the request left', async () => {
    const error = await failure(create()(new TransportRequest(`${await closedPort()}/`)));
    expect(isConnectionError(error) && error.requestLeft).toBe(false);
    expect((error as Error).message).toMatch(/no answer from http:\/\/127.0.0.1:\d+: .+ Nothing could be reached there: check `baseUrl`/);
  });

  test('a name that does not exist fails before the request left', async () => {
    const error = await failure(create()(new TransportRequest('http://nowhere.invalid/')));
    expect(isConnectionError(error) && error.requestLeft).toBe(false);
  });

  test('a connection that is closed without an answer fails after the request left', async () => {
    const { baseUrl } = await startApi((_, response) => response.socket?.destroy());
    const error = await failure(create()(new TransportRequest(baseUrl, { method: 'POST', body: '{}' })));
    expect(isConnectionError(error) && error.requestLeft).toBe(true);
    expect(error).toMatchObject({ status: undefined });
  });

  test('an answer that breaks off tells its status', async () => {
    const { baseUrl } = await startApi((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"message_id":');
      setImmediate(() => response.socket?.destroy());
    });
    const error = await failure(create()(new TransportRequest(baseUrl)));
    expect(error).toMatchObject({ name: 'ConnectionError', requestLeft: true, status: 200 });
  });

  test('a server that speaks no HTTP is a ConnectionError', async () => {
    const server = createServer((socket) => socket.end('hello\r\n\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const error = await failure(create()(new TransportRequest(`http://127.0.0.1:${port}/`)));
    expect(isConnectionError(error)).toBe(true);
    server.close();
  });

  test('the signal ends the wait at once, with its own reason', async () => {
    const controller = new AbortController();
    const { baseUrl } = await startApi(() => controller.abort(new Error('changed my mind')));
    await expect(create()(new TransportRequest(baseUrl), controller.signal)).rejects.toThrow('changed my mind');
  });

  test('a signal that has fired sends nothing', async () => {
    const { baseUrl, requests } = await startApi();
    await expect(create()(new TransportRequest(baseUrl), AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    expect(requests).toHaveLength(0);
  });

  test('takes a hundred requests at once', async () => {
    const { baseUrl } = await startApi(json({ id: 1 }));
    const send = create();
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(new TransportRequest(baseUrl)).then(({ status }) => status)));
    expect(new Set(answers)).toEqual(new Set([200]));
  });

  test('goes on after a server that closes each connection', async () => {
    const { baseUrl } = await startApi(json({}, 200, { connection: 'close' }));
    const send = create();
    for (let count = 0; count < 5; count += 1) expect((await send(new TransportRequest(baseUrl))).status).toBe(200);
  });

  test('carries the reads of a client, also over a kept connection that the server has ended', async () => {
    const { connect } = await startApi((_, response, count) => {
      if (count === 2) return void response.socket?.destroy();
      response.end('{"id":"01"}');
    });
    const client = connect({ transport: create(), retry: { maxRetries: 1 }, sleep: async () => {} });
    expect(await client.apps.get('01')).toEqual({ id: '01' });
    expect(await client.apps.get('01')).toEqual({ id: '01' });
  });

  test('is ended by the time limit of a client', async () => {
    const { connect } = await startApi(() => {});
    const error = await failure(connect({ transport: create() }).apps.list({ timeoutMs: 30 }));
    expect(isTimeoutError(error) && error.requestLeft).toBe(true);
  });
});

describe('undiciTransport', () => {
  test('without a dispatcher says what to pass, also when it is given a bare one', () => {
    for (const options of [undefined, {}, new UndiciAgent()]) {
      expect(() => undiciTransport((options ?? {}) as never)).toThrow(/needs a dispatcher. Pass { dispatcher: new Agent\(\) }/);
    }
  });
});

describe('httpTransport', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads answers compressed with %s', async (encoding, compress) => {
    const { baseUrl, requests } = await startApi((_, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(compress(Buffer.from('{"text":"å"}')));
    });
    const response = await httpTransport()(new TransportRequest(baseUrl));
    expect(await response.text()).toBe('{"text":"å"}');
    expect(requests[0]?.headers['accept-encoding']).toBe('gzip, deflate, br');
  });

  test('a compressed answer that is broken is a ConnectionError with the status', async () => {
    const { baseUrl } = await startApi((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip'));
    expect(await failure(httpTransport()(new TransportRequest(baseUrl)))).toMatchObject({ name: 'ConnectionError', status: 200 });
  });

  test('keeps one connection for calls one after another', async () => {
    const ports = new Set<number | undefined>();
    const { baseUrl } = await startApi((_, response) => {
      ports.add(response.socket?.remotePort);
      response.end('{}');
    });
    const send = httpTransport();
    for (let count = 0; count < 5; count += 1) await send(new TransportRequest(baseUrl));
    expect(ports.size).toBe(1);
  });

  test('goes through the agent that was given, as for a proxy', async () => {
    const { baseUrl, requests } = await startApi();
    const asked: string[] = [];
    class Watching extends Agent {
      override createConnection(...args: Parameters<Agent['createConnection']>) {
        asked.push('connection');
        return super.createConnection(...args);
      }
    }
    await httpTransport({ httpAgent: new Watching() })(new TransportRequest(baseUrl));
    expect(asked).toEqual(['connection']);
    expect(requests).toHaveLength(1);
  });
});
