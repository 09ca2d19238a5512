import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, answer, tokenAnswer } from './answers.ts';
import type { Fault } from './fault.ts';
import { type BucketOptions, createBucket } from './token-bucket.ts';

/** Options of {@link startBenchServer}. */
export interface BenchServerOptions {
  /** Pages of contacts that there are; default 1. */
  pages?: number;
  /** Limit of the token endpoint; default none. */
  bucket?: BucketOptions;
  /** What goes wrong, once. */
  fault?: Fault;
  /** Keep what was asked, for tests and faults; default false, since it costs memory under load. */
  record?: boolean;
}

/** A request that came. */
export interface RecordedRequest {
  method: string;
  path: string;
  authorization: string;
  body: string;
  /** Milliseconds since 1970. */
  atMs: number;
}

/** A running server. */
export interface BenchServer {
  /** Base of both APIs and of the token endpoint. */
  url: string;
  /** What came, when `record` is on. */
  requests: RecordedRequest[];
  close(): Promise<void>;
}

/** The service that clients are measured against, on a free port of this machine: as little work as can be, so that the clients show. */
export async function startBenchServer(options: BenchServerOptions = {}): Promise<BenchServer> {
  const requests: RecordedRequest[] = [];
  const choose = chooser(options);
  const server = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming);
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://bench');
    const { method = '', headers } = incoming;
    if (options.record) requests.push({ method, path: pathname, authorization: headers.authorization ?? '', body, atMs: Date.now() });
    const chosen = choose(method, pathname, searchParams);
    if (chosen === 'reset') incoming.socket.resetAndDestroy();
    else write(outgoing, chosen);
  });
  server.keepAliveTimeout = 60_000; // a connection that ends between rounds would count against who used it
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => close(server) };
}

function chooser({ pages = 1, bucket, fault }: BenchServerOptions) {
  const take = bucket ? createBucket(bucket, Date.now) : () => true;
  let struck = false;
  return (method: string, path: string, query: URLSearchParams): Answer | 'reset' => {
    if (fault && !struck && fault.strikes(method, path)) {
      struck = true;
      return fault.gives;
    }
    if (!path.endsWith('/oauth2/token')) return answer(method, path, query, { pages });
    return take() ? tokenAnswer(Date.now()) : { status: 429, body: '' };
  };
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += chunk;
  return body;
}

function write(outgoing: ServerResponse, { status, body, headers }: Answer): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
  outgoing.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
