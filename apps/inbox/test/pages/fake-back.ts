import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { pageRoutes } from '../../src/http/page-routes.ts';
import { conversationRoutes } from './fake-conversation-routes.ts';
import { messageRoutes } from './fake-message-routes.ts';
import { peopleRoutes } from './fake-people-routes.ts';
import { createStore, type FakeStore, problem } from './fake-store.ts';

/** A request that changes something. */
export interface Change {
  method: string;
  path: string;
  body: unknown;
}

export type Rule = (request: { method: string; path: string }) => boolean;

/** The API of the inbox in memory, which answers late and badly when it is told to: what is tested is the page. */
export interface FakeBack extends FakeStore {
  url: string;
  /** Requests that changed something, or tried to, in their order. */
  changes: Change[];
  /** All requests to the API, `METHOD /path?query`. */
  requests: string[];
  /** Requests for which the rule holds wait until the returned function is called. */
  hold(rule: Rule): () => void;
  /** The same, but what they answer is of the moment in which they came. */
  holdAnswer(rule: Rule): () => void;
  /** Requests for which the rule holds get this status; 0 breaks the connection after the effect. */
  fail(rule: Rule, status: number, detail?: string): () => void;
  /** Everything answers as it should again. */
  mend(): void;
  /** Breaks all live streams, as when the inbox is restarted. */
  breakStreams(): void;
  close(): Promise<void>;
}

export async function startFakeBack(): Promise<FakeBack> {
  const streams = createStreams();
  const store = createStore(streams.tell);
  const back = Object.assign(store, { ...createTrouble(), changes: [] as Change[], requests: [] as string[] });
  const app = new Hono();
  app.use('/api/*', watch(back));
  app.get('/api/events', streams.open);
  app.route('/api', peopleRoutes(store));
  app.route('/api/conversations', conversationRoutes(store));
  app.route('/api/conversations', messageRoutes(store));
  app.route('/', pageRoutes());
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(back, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    breakStreams: streams.breakAll,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Trouble = ReturnType<typeof createTrouble>;

interface Hold {
  rule: Rule;
  until: Promise<void>;
}

function holdIn(holds: Set<Hold>, rule: Rule): () => void {
  let letGo = (): void => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const entry = { rule, until };
  holds.add(entry);
  return () => {
    holds.delete(entry);
    letGo();
  };
}

/** What answers late, and what fails. */
function createTrouble() {
  const holds = new Set<Hold>();
  const answerHolds = new Set<Hold>();
  const failures = new Set<{ rule: Rule; status: number; detail: string }>();
  return {
    holds,
    answerHolds,
    failures,
    hold: (rule: Rule) => holdIn(holds, rule),
    holdAnswer: (rule: Rule) => holdIn(answerHolds, rule),
    fail(rule: Rule, status: number, detail = 'It failed, as it was told to.'): () => void {
      const entry = { rule, status, detail };
      failures.add(entry);
      return () => failures.delete(entry);
    },
    mend: () => failures.clear(),
  };
}

/** Notes each request, and answers it late or badly where that is asked for. */
function watch(back: FakeStore & Trouble & Pick<FakeBack, 'changes' | 'requests'>): MiddlewareHandler {
  return async (c, next) => {
    const request = { method: c.req.method, path: c.req.path.replace('/api', '') };
    back.requests.push(`${request.method} ${request.path}${new URL(c.req.url).search}`);
    if (request.method !== 'GET') {
      const isJson = c.req.header('content-type')?.startsWith('application/json');
      back.changes.push({ ...request, body: isJson ? await c.req.json() : undefined });
    }
    for (const { rule, until } of [...back.holds]) if (rule(request)) await until;
    const failure = [...back.failures].find(({ rule }) => rule(request));
    if (failure && failure.status !== 0) return problem(failure.status, failure.detail);
    if (!back.isSignedIn && request.path !== '/session') return problem(401, 'Sign in first.');
    await next();
    for (const { rule, until } of [...back.answerHolds]) if (rule(request)) await until;
    if (failure) (c.env as { incoming: IncomingMessage }).incoming.socket.destroy();
    return undefined;
  };
}

/** Live streams of the pages that listen. */
function createStreams() {
  const encoder = new TextEncoder();
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  return {
    tell: ((name, event) => {
      const bytes = encoder.encode(`event: ${name}\ndata: ${JSON.stringify(event)}\n\n`);
      for (const stream of open) stream.enqueue(bytes);
    }) as FakeStore['tell'],
    open(): Response {
      let mine: ReadableStreamDefaultController<Uint8Array>;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          mine = controller;
          open.add(controller);
          controller.enqueue(encoder.encode('retry: 200\n\n'));
        },
        cancel: () => void open.delete(mine),
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
    },
    breakAll(): void {
      for (const stream of open) stream.close();
      open.clear();
    },
  };
}
