import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { answer, SCENARIOS } from './scenarios.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */
/** @import { AddressInfo } from 'node:net' */
/** @import { Seen } from '../suite/types.js' */

const VECTORS = new URL('../../packages/webhook-verifier/test/fixtures/webhook-vectors.json', import.meta.url);
const WAIT_LIMIT_MS = 5_000;

/** A request, and when its connection ended before the answer did. @typedef {Seen & { closed: Promise<boolean> }} Entry */

/**
 * A loopback server that plays the service, the token endpoint, and a witness of what it was asked: `/_control/…`.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startApiServer() {
  const journal = createJournal();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://_');
    const [, control, question = '', project = ''] = pathname.match(/^\/(_control)\/([\w-]+)\/?(.*)$/) ?? [];
    if (control) return void (await answerControl(journal, question, project, response));
    if (pathname === '/oauth2/token') return void answerToken(journal, await read(request), response);
    const name = pathname.match(/^\/v1\/projects\/([^/]+)/)?.[1] ?? '';
    const scenario = SCENARIOS[name.split(/[.-]/)[0] ?? ''];
    if (!scenario) return answer(response, { error: { code: 404, message: `no scenario for ${pathname}` } }, 404);
    const seen = await read(request);
    const number = journal.add(name, seen, response);
    scenario({ ...seen, project: name, number }, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** What each project was asked, in order. */
function createJournal() {
  /** @type {Map<string, Entry[]>} */
  const entries = new Map();
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  const of = (/** @type {string} */ project) => entries.get(project) ?? [];
  return {
    of,
    /** Returns the number of the request, from 1. @param {string} project @param {Seen} seen @param {ServerResponse} response */
    add(project, seen, response) {
      const closed = once(response, 'close').then(() => !response.writableFinished);
      entries.set(project, [...of(project), { ...seen, closed }]);
      waiting.get(project)?.();
      return of(project).length;
    },
    /** Resolves when the project has been asked something. @param {string} project */
    async first(project) {
      if (of(project).length === 0) await inTime(new Promise((resolve) => waiting.set(project, () => resolve(true))));
      return of(project)[0];
    },
  };
}

/** @param {IncomingMessage} request @returns {Promise<Seen>} */
async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = /** @type {Seen['headers']} */ (request.headers);
  return { method: request.method ?? '', url: request.url ?? '', headers, body: Buffer.concat(chunks).toString('utf8') };
}

/** Tokens are numbered by key, and the key id stands for the project. @param {ReturnType<typeof createJournal>} journal @param {Seen} seen @param {ServerResponse} response */
function answerToken(journal, seen, response) {
  const [keyId = ''] = Buffer.from(seen.headers.authorization?.slice('Basic '.length) ?? '', 'base64')
    .toString('utf8')
    .split(':');
  const number = journal.add(keyId, seen, response);
  if (keyId.startsWith('refused')) answer(response, { error: 'invalid_client' }, 401);
  else answer(response, { access_token: `${keyId}-${number}`, expires_in: 3600, token_type: 'bearer' });
}

/** @param {ReturnType<typeof createJournal>} journal @param {string} question @param {string} project @param {ServerResponse} response */
async function answerControl(journal, question, project, response) {
  /** @type {Record<string, () => unknown>} */
  const answers = {
    requests: () => journal.of(project),
    seen: async () => (await journal.first(project)) !== undefined,
    closed: async () => inTime((await journal.first(project))?.closed ?? Promise.resolve(false)),
    vectors: async () => JSON.parse(await readFile(VECTORS, 'utf8')).valid,
    'closed-port': closedPort,
  };
  answer(response, (await answers[question]?.()) ?? null);
}

/** `false` when it takes longer than a check may wait. @param {Promise<unknown>} promise */
function inTime(promise) {
  const limit = new Promise((resolve) => setTimeout(() => resolve(false), WAIT_LIMIT_MS).unref());
  return Promise.race([promise, limit]);
}

/** An address where nobody listens: that of a server which has just ended. */
async function closedPort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return { url: `http://127.0.0.1:${port}` };
}
