import { getEventListeners } from 'node:events';
import { Agent } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { isConnectionError, isTimeoutError } from '@convapi/core';
import { Agent as UndiciAgent } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type ConversationClientOptions,
  createConversationClient,
  createRateLimiter,
  fetchTransport,
  type Transport,
} from '../src/index.ts';
import { httpTransport } from '../src/transport/http-transport-node.ts';
import { undiciTransport } from '../src/transport/undici-transport-node.ts';
import { json, startApi } from './api-server.ts';

const TRANSPORTS: [string, () => Transport][] = [
  ['httpTransport', () => httpTransport()],
  ['undiciTransport', () => undiciTransport({ dispatcher: new UndiciAgent() })],
  ['fetchTransport', () => fetchTransport(fetch)],
];

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A raw TCP server: what it does with a connection is up to the test. */
async function startRaw(onData: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', () => onData(socket));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

function connect(baseUrl: string, options: Partial<ConversationClientOptions> = {}) {
  return createConversationClient({ projectId: 'p', region: 'eu', auth: { headers: async () => ({}) }, baseUrl, retry: false, ...options });
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

/** States of an exchange in which nothing more comes. */
const STATES: Record<string, (socket: Socket) => void> = {
  'an answer that does not come': () => {},
  'headers that do not end': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-ty'),
  'a body that does not end': (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{'),
  'a body in chunks that stop': (socket) => socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n'),
  'a body that drips': (socket) => {
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 999999\r\n\r\n');
    const drip = () => {
      if (socket.destroyed) return;
      socket.write(' ');
      setImmediate(drip);
    };
    drip();
  },
};

describe.each(TRANSPORTS)('over %s', (_, create) => {
  describe.each(Object.entries(STATES))('%s', (_state, answer) => {
    test('ends with timeoutMs', async () => {
      const client = connect(await startRaw(answer), { transport: create(), timeoutMs: 40 });
      expect(isTimeoutError(await failure(client.apps.list()))).toBe(true);
    });

    test('ends with deadlineMs', async () => {
      const client = connect(await startRaw(answer), { transport: create(), timeoutMs: 0, deadlineMs: 40 });
      const error = await failure(client.apps.list());
      expect(isTimeoutError(error) && error.timeoutMs).toBe(40);
      expect((error as Error).message).toMatch(
        /apps.list was not finished within 40 ms, waiting for an answer from http:.*Raise `deadlineMs`/,
      );
    });

    test('ends with the signal', async () => {
      const controller = new AbortController();
      const url = await startRaw((socket) => {
        answer(socket);
        setImmediate(() => controller.abort(new Error('changed my mind')));
      });
      const client = connect(url, { transport: create(), timeoutMs: 0 });
      await expect(client.apps.list({ signal: controller.signal })).rejects.toThrow('changed my mind');
    });
  });

  test('a switch to another protocol is a ConnectionError at once', async () => {
    const url = await startRaw((socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'));
    expect(isConnectionError(await failure(connect(url, { transport: create(), timeoutMs: 0 }).apps.list()))).toBe(true);
  });

  test('times that no timer can hold are no limit, and do not fire at once', async () => {
    const { baseUrl } = await startApi(json({ apps: [] }));
    for (const ms of [Number.POSITIVE_INFINITY, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      expect(await connect(baseUrl, { transport: create(), timeoutMs: ms, deadlineMs: ms }).apps.list()).toEqual({ apps: [] });
    }
  });

  test.each([
    ['plain', {}],
    ['compressed', { 'content-encoding': 'gzip' }],
  ])('an answer that is too long, %s, is a ConnectionError that says how to raise the limit', async (_kind, headers) => {
    const { gzipSync } = await import('node:zlib');
    const text = Buffer.from(JSON.stringify({ text: 'x'.repeat(100_000) }));
    const { baseUrl } = await startApi((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      response.end('content-encoding' in headers ? gzipSync(text) : text);
    });
    const client = connect(baseUrl, { transport: create(), maxResponseBytes: 50_000 });
    const error = await failure(client.messages.get('01'));
    expect(isConnectionError(error)).toBe(true);
    expect((error as Error).message).toMatch(/longer than 50000 bytes, the limit that `maxResponseBytes` sets/);
    const patient = connect(baseUrl, { transport: create(), maxResponseBytes: 200_000 });
    expect(await patient.messages.get('01')).toHaveProperty('text');
  });

  test('a hundred calls share a signal without a warning, and leave nothing on it', async () => {
    const { baseUrl } = await startApi(json({ apps: [] }));
    const warnings: Error[] = [];
    const warn = (warning: Error) => void warnings.push(warning);
    process.on('warning', warn);
    const { signal } = new AbortController();
    const client = connect(baseUrl, { transport: create(), rateLimiter: createRateLimiter() });
    await Promise.all(Array.from({ length: 100 }, () => client.apps.list({ signal })));
    await new Promise(setImmediate);
    process.off('warning', warn);
    expect(warnings.filter(({ name }) => name === 'MaxListenersExceededWarning')).toEqual([]);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('what a call waits for before it goes out', () => {
  const WAITS: Record<string, Partial<ConversationClientOptions>> = {
    credentials: { auth: { headers: () => new Promise<never>(() => {}) } },
    'the rate limiter': { rateLimiter: { acquire: () => new Promise<never>(() => {}) } },
  };
  test.each(Object.entries(WAITS))('%s ends with deadlineMs, which names it, and with the signal', async (name, options) => {
    const { baseUrl, requests } = await startApi();
    const error = await failure(connect(baseUrl, { ...options, deadlineMs: 30 }).apps.list());
    expect(isTimeoutError(error) && error.requestLeft).toBe(false);
    expect((error as Error).message).toContain(`waiting for ${name}`);
    const controller = new AbortController();
    const call = connect(baseUrl, options).apps.list({ signal: controller.signal });
    controller.abort(new Error('changed my mind'));
    await expect(call).rejects.toThrow('changed my mind');
    expect(requests).toHaveLength(0);
  });

  test('a socket of an agent that has none left ends with timeoutMs, before anything left', async () => {
    const url = await startRaw(() => {});
    const client = connect(url, { transport: httpTransport({ httpAgent: new Agent({ maxSockets: 1 }) }) });
    const first = failure(client.apps.list({ timeoutMs: 60 }));
    const second = await failure(client.apps.list({ timeoutMs: 30 }));
    expect(isTimeoutError(second) && second.requestLeft).toBe(false);
    expect(isTimeoutError(await first)).toBe(true);
  });

  test('a signal without a reason of its own, or with none at all, ends a call too', async () => {
    for (const reason of [undefined, null, 'text']) {
      const controller = new AbortController();
      const { connect: toServer } = await startApi(() => controller.abort(reason));
      const ended = await toServer()
        .apps.list({ signal: controller.signal })
        .then(
          () => 'answered',
          (error: unknown) => ({ error }),
        );
      expect(ended).toEqual({ error: controller.signal.reason });
    }
  });
});

test('limits of a call are checked before anything is sent', async () => {
  const { client, requests } = await startApi();
  for (const options of [
    { timeoutMs: -1 },
    { timeoutMs: Number.NaN },
    { deadlineMs: '5' as never },
    { maxRetries: 3 } as never,
    5 as never,
  ]) {
    await expect(client.apps.list(options)).rejects.toThrow(/^\[@convapi\/client\] /);
  }
  expect(requests).toHaveLength(0);
});
