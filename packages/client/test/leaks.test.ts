import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';
import { basicAuth, bearerToken, clientCredentials } from '@convapi/auth';
import { pino } from 'pino';
import { Agent as UndiciAgent } from 'undici';
import { expect, test } from 'vitest';
import { createLogger, format, transports } from 'winston';
import { type ConversationClientOptions, fetchTransport, type Transport } from '../src/index.ts';
import { httpTransport } from '../src/transport/http-transport-node.ts';
import { undiciTransport } from '../src/transport/undici-transport-node.ts';
import { type Respond, startApi } from './api-server.ts';

const TOKEN = 'top-secret/token+value==';
const KEY_SECRET = 'key/secret+of-the-project';
const BASIC = btoa(`key-id:${KEY_SECRET}`);
const SECRETS = [TOKEN, TOKEN.replaceAll('/', '\\/'), KEY_SECRET, BASIC];

const TRANSPORTS: [string, () => Transport][] = [
  ['httpTransport', () => httpTransport()],
  ['undiciTransport', () => undiciTransport({ dispatcher: new UndiciAgent() })],
  ['fetchTransport', () => fetchTransport(fetch)],
];

/** The credentials of a request, and what is inside of a Basic header. */
function repeat({ authorization = '' }: { authorization?: string | undefined }): string {
  return authorization.startsWith('Basic ') ? `${authorization} ${atob(authorization.slice(6))}` : authorization;
}

/** What servers do that repeat the request: debug pages, firewalls, gateways. */
const ANSWERS: [string, Respond][] = [
  ...[400, 401, 403, 404, 429, 500, 502, 503].map((status): [string, Respond] => [
    `a ${status} that repeats the headers as JSON`,
    ({ headers }, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(
        JSON.stringify({
          error: { code: status, status: 'X', message: `refused ${repeat(headers)}`, details: [headers] },
        }),
      ),
  ]),
  ['a page that repeats the headers', ({ headers }, response) => response.writeHead(400).end(`<pre>${repeat(headers)}</pre>`)],
  [
    'JSON with escaped slashes',
    ({ headers }, response) => response.writeHead(400).end(JSON.stringify({ message: headers.authorization }).replaceAll('/', '\\/')),
  ],
  [
    'a redirect that repeats them',
    ({ headers }, response) => response.writeHead(302, { location: `/?${headers.authorization}` }).end(String(headers.authorization)),
  ],
  ['a 200 that is a page', ({ headers }, response) => response.writeHead(200).end(`<html>${headers.authorization}`)],
  ['a connection that is cut', (_, response) => response.destroy()],
  [
    'an answer that is cut',
    ({ headers }, response) => {
      response.writeHead(200, { 'content-length': 999, 'content-type': 'application/json' });
      response.write(`{"authorization":"${headers.authorization}"`);
      setImmediate(() => response.destroy());
    },
  ],
  ['no answer', () => {}],
];

const AUTHS: [string, (tokenUrl: string) => ConversationClientOptions['auth']][] = [
  ['a token', () => bearerToken(() => TOKEN)],
  ['Basic', () => basicAuth({ keyId: 'key-id', keySecret: KEY_SECRET })],
  [
    'client credentials whose endpoint does the same',
    (tokenUrl) => clientCredentials({ keyId: 'key-id', keySecret: KEY_SECRET, tokenUrl, ...quickTime() }),
  ],
];

/** Waits that take no time, and move the clock. */
function quickTime() {
  let passedMs = 0;
  const sleep = async (ms: number) => {
    passedMs += ms + 10_000;
  };
  return { now: () => Date.now() + passedMs, sleep };
}

/** Everything that people do with an error. */
function shownIn(error: unknown): string {
  const lines: string[] = [];
  const sink = { write: (text: string) => void lines.push(text) };
  pino({ level: 'trace' }, sink).error({ err: error, error }, 'failed');
  const stream = new Writable({
    write(chunk: Buffer, _: unknown, done: () => void) {
      lines.push(String(chunk));
      done();
    },
  });
  createLogger({
    format: format.combine(format.errors({ stack: true }), format.json()),
    transports: [new transports.Stream({ stream })],
  }).error(error as Error);
  new Console({ stdout: stream, stderr: stream }).error(error);
  lines.push(inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String(error), (error as Error).stack ?? '');
  return lines.join('\n');
}

test.each(TRANSPORTS)(
  'over %s no error, hook or logger ever shows a credential, whatever the server repeats',
  async (_, create) => {
    for (const [what, respond] of ANSWERS) {
      for (const [how, toAuth] of AUTHS) {
        const api = await startApi(respond);
        const told: unknown[] = [];
        const logger = { debug: (...all: unknown[]) => told.push(all), warn: (...all: unknown[]) => told.push(all) };
        const hooks = {
          onRequest: (...all: unknown[]) => told.push(all),
          onResponse: (...all: unknown[]) => told.push(all),
          onError: (...all: unknown[]) => told.push(all),
          onRetry: (...all: unknown[]) => told.push(all),
        };
        const options = { transport: create(), auth: toAuth(`${api.baseUrl}/token`), timeoutMs: 60, hooks, logger };
        const client = api.connect({ ...options, retry: { maxRetries: 1 }, sleep: async () => {} });
        const message = { app_id: 'a', recipient: { contact_id: 'c' }, message: { text_message: { text: 'Hello' } } };
        for (const call of [client.apps.get('01'), client.messages.send(message)]) {
          const error = await call.then(
            () => undefined,
            (reason: unknown) => reason,
          );
          expect(error, `${what}, ${how}`).toBeDefined();
          const shown = `${shownIn(error)}\n${told.map((one) => inspect(one, { depth: 20, showHidden: true })).join('\n')}`;
          for (const secret of SECRETS) expect(shown.includes(secret), `${what}, ${how}: ${shown}`).toBe(false);
        }
      }
    }
  },
  60_000,
);
