import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults.ts';

/** What the proxy did with the sends of one message. */
export interface Passage {
  /** How often the client sent it. */
  arrived: number;
  /** How often the service answered it with a 2xx, further times by the proxy's own doing included. */
  taken: number;
  /** How many of these are the proxy's own: the second halves of duplicates. */
  duplicated: number;
}

/** What the service said. */
export interface Answer {
  status: number;
  type: string;
  body: Buffer;
}

/** A request, and the means to hand it on. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  forward(): Promise<Answer>;
}

/** Long enough for the client to read what came before a reset, which would take it away. */
const BEFORE_RESET_MS = 15;
const LATE_MS = 50;

type Treatment = (exchange: Exchange, timeoutMs: number, passage: Passage | undefined) => Promise<void> | void;

/** How each fault is done. */
export const TREATMENTS: Record<Fault, Treatment> = {
  pass: async ({ response, forward }) => give(response, await forward()),
  'drop-request': ({ request }) => void request.socket.destroy(),
  'reset-request': ({ request }) => void request.socket.resetAndDestroy(),
  'drop-answer': async ({ request, forward }) => {
    await forward();
    request.socket.destroy();
  },
  'reset-in-answer': async ({ request, response, forward }) => {
    writeHalf(response, await forward());
    await wait(BEFORE_RESET_MS);
    request.socket.resetAndDestroy();
  },
  'stall-in-answer': async ({ request, response, forward }, timeoutMs) => {
    writeHalf(response, await forward());
    await wait(timeoutMs + LATE_MS);
    request.socket.destroy();
  },
  'truncate-json': async ({ response, forward }) => {
    const answer = await forward();
    give(response, { ...answer, body: answer.body.subarray(0, answer.body.length >> 1) });
  },
  delay: async ({ response, forward }, timeoutMs) => {
    const answer = await forward();
    await wait(timeoutMs / 8);
    give(response, answer);
  },
  'delay-beyond': async ({ response, forward }, timeoutMs) => {
    const answer = await forward();
    await wait(timeoutMs + LATE_MS);
    give(response, answer);
  },
  'hold-beyond': async ({ response, forward }, timeoutMs) => {
    await wait(timeoutMs + LATE_MS);
    give(response, await forward());
  },
  '429': ({ response }) => refuse(response, 429, 'RESOURCE_EXHAUSTED'),
  '429-retry-after': ({ response }) => refuse(response, 429, 'RESOURCE_EXHAUSTED', { 'retry-after': '1' }),
  '503': ({ response }) => refuse(response, 503, 'UNAVAILABLE'),
  '500-after': async ({ response, forward }) => {
    await forward();
    refuse(response, 500, 'INTERNAL');
  },
  '503-after': async ({ response, forward }) => {
    await forward();
    const text = 'upstream connect error or disconnect/reset before headers. reset reason: connection termination';
    response.writeHead(503, { 'content-type': 'text/plain' }).end(text);
  },
  '401': ({ response }) => refuse(response, 401, 'UNAUTHENTICATED', { 'www-authenticate': 'Bearer error="invalid_token"' }),
  duplicate: async ({ response, forward }, _, passage) => {
    const answer = await forward();
    const second = await forward();
    if (passage && second.status < 300) passage.duplicated += 1;
    give(response, answer);
  },
};

function give(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length }).end(body);
}

function writeHalf(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': body.length });
  response.write(body.subarray(0, body.length >> 1));
}

function refuse(response: ServerResponse, status: number, name: string, headers: Record<string, string> = {}): void {
  const body = JSON.stringify({ error: { code: status, message: 'Said by the proxy.', status: name, details: [] } });
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
