import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookHandler } from '../../../src/index.ts';

/** Longest body of every receiver here, in bytes: short, so that a body over it is on its way before the answer. */
export const LIMIT = 2_000;

/** A request as the service would send it. */
export interface Call {
  method: string;
  headers: Record<string, string>;
  body: string;
  isChunked?: boolean;
}

/** What comes back; `reason` is absent where the framework answered by itself. */
export interface Answer {
  status: number;
  reason?: string;
}

/** A handler in a framework, listening. */
export interface Receiver {
  send(call: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** What can be wrong with a callback, or not. */
export type Case = 'valid' | 'tampered' | 'stale' | 'replayed' | 'too large' | 'not JSON' | 'unsigned' | 'wrong method';

/** One way to put a handler into a framework. */
export interface Setup {
  name: string;
  start(handler: WebhookHandler, onError: (error: unknown) => void): Promise<Receiver>;
  /** Which answers are the framework's own: for these content types only, when it says so. */
  own?: { answers: Partial<Record<Case, Answer>>; contentTypes?: readonly string[] };
}

/** A wrong way: a parser comes first. For these content types only, when it says so; others pass it by. */
export interface EarlySetup extends Setup {
  parses?: readonly string[];
  /** What it answers to other content types, when not 200. */
  others?: Record<string, Answer>;
  /** What the advice names. */
  fix: string;
}

/** A receiver behind a port. */
export function overHttp(port: number, close: () => Promise<unknown>, path = '/callbacks'): Receiver {
  return {
    async send({ method, headers, body, isChunked }) {
      const content = isChunked ? { body: inChunks(body), duplex: 'half' } : { body: new TextEncoder().encode(body) };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...content } as RequestInit);
      return toAnswer(response.status, await response.text());
    },
    close: async () => void (await close()),
  };
}

/** A receiver behind a server of node:http. */
export async function overServer(server: Server, path?: string): Promise<Receiver> {
  if (!server.listening) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return overHttp((server.address() as AddressInfo).port, close, path);
}

/** A receiver that is a fetch handler, called as a framework calls it. */
export function overFetch(handler: (request: Request) => Response | Promise<Response>): Receiver {
  return {
    async send({ method, headers, body, isChunked }) {
      const content = isChunked ? { body: inChunks(body), duplex: 'half' } : { body: new TextEncoder().encode(body) };
      const response = await handler(new Request('https://example.com/callbacks', { method, headers, ...content } as RequestInit));
      return toAnswer(response.status, await response.text());
    },
    close: async () => {},
  };
}

/** The reason of an answer, when it is one of ours. */
export function toAnswer(status: number, text: string): Answer {
  const reason = /^\{"reason":"(\w+)"/.exec(text)?.[1];
  return reason ? { status, reason } : { status };
}

function inChunks(body: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body);
  const middle = Math.ceil(bytes.length / 2);
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, middle));
      controller.enqueue(bytes.slice(middle));
      controller.close();
    },
  });
}
