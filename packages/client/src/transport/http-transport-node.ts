import { type Agent, type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { toConnectionError, toTimeoutError } from './connection-error.ts';
import { createFreshAgent, type FreshAgent } from './fresh-agent-node.ts';
import { type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';

/** Options of {@link httpTransport}. */
export interface HttpTransportOptions {
  /** For `https:` addresses: proxies, certificates, limits. Default: a keep-alive agent of its own. */
  httpsAgent?: Agent | undefined;
  /** For `http:` addresses, such as the emulator's. Default: a keep-alive agent of its own. */
  httpAgent?: Agent | undefined;
}

/**
 * A transport over node:http and node:https, the default on Node. Connections are kept alive and belong to this
 * transport; answers may be compressed.
 *
 * @example
 * ```ts
 * import { Agent } from 'node:https';
 * import { httpTransport } from '@convapi/client/node';
 *
 * const transport = httpTransport({ httpsAgent: new Agent({ keepAlive: true, maxSockets: 20 }) });
 * ```
 */
export function httpTransport({ httpAgent, httpsAgent }: HttpTransportOptions = {}): Transport {
  const toAddress = createAddressBook();
  const http: Scheme = { open: httpRequest, fresh: createFreshAgent(HttpAgent) };
  let https: Promise<Scheme> | undefined;
  const send: Transport = async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    const { secure, ...address } = toAddress(request.url);
    if (secure) https ??= loadHttps();
    const { open, fresh } = secure ? ((await https) as Scheme) : http;
    fresh.dropStale();
    const headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br', ...request.headers };
    if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
    const agent = (secure ? httpsAgent : httpAgent) ?? fresh.agent;
    return exchange(open({ ...address, method: request.method, headers, agent }), request, secure, signal);
  };
  return Object.assign(send, { timed: true as const });
}

/** How requests of one scheme are opened, and the connections that are ours. */
interface Scheme {
  open: typeof httpRequest;
  fresh: FreshAgent;
}

/** TLS is slow to load, and the emulator needs none. */
async function loadHttps(): Promise<Scheme> {
  const { request, Agent } = await import('node:https');
  return { open: request, fresh: createFreshAgent(Agent) };
}

interface Origin {
  secure: boolean;
  protocol: string;
  hostname: string;
  port: string;
}

/** What an address means to node:http. Origins are few and taking them apart is slow, so they are kept. */
function createAddressBook(): (url: string) => Origin & { path: string } {
  const known = new Map<string, Origin>();
  return (url) => {
    const pathAt = url.indexOf('/', url.indexOf('//') + 2);
    const start = pathAt === -1 ? url : url.slice(0, pathAt);
    const origin = known.get(start) ?? toOrigin(start);
    known.set(start, origin);
    return { ...origin, path: pathAt === -1 ? '/' : url.slice(pathAt) };
  };
}

function toOrigin(start: string): Origin {
  const { hostname, port, protocol } = new URL(start);
  return { secure: protocol === 'https:', protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port };
}

function exchange(
  outgoing: ClientRequest,
  request: TransportRequest,
  secure: boolean,
  signal: AbortSignal | undefined,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const { timeoutMs } = request;
    let late = false;
    const abort = () => outgoing.destroy();
    const expire = () => {
      late = true;
      abort();
    };
    const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const fail = (error: unknown) => {
      settle();
      if (signal?.aborted) reject(signal.reason);
      else reject(late ? toTimeoutError(request, timeoutMs, 'timeoutMs') : toConnectionError(request, error));
    };
    signal?.addEventListener('abort', abort, { once: true });
    noteLeaving(outgoing, request, secure);
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0;
      request.status = status;
      const done = (text: string) => {
        settle();
        resolve(toResponse(status, headersOf(incoming), text));
      };
      read(incoming, done, fail);
    });
    outgoing.end(request.body);
  });
}

/** Nothing leaves before the connection stands, the TLS handshake included. */
function noteLeaving(outgoing: ClientRequest, request: TransportRequest, secure: boolean): void {
  const leaves = () => {
    request.left = true;
  };
  outgoing.once('socket', (socket) => {
    if (!socket.connecting && (!secure || outgoing.reusedSocket)) leaves();
    else socket.once(secure ? 'secureConnect' : 'connect', leaves);
  });
}

/** By events: an async iterator over the stream costs as much as the rest of a call. */
function read(incoming: IncomingMessage, done: (text: string) => void, fail: (error: unknown) => void): void {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('error', fail);
  incoming.on('end', () => {
    const data = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
    const encoding = incoming.headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity' || data.length === 0) return done(data.toString('utf8'));
    decompress(data, encoding).then((decoded) => done(decoded.toString('utf8')), fail);
  });
}

/** node:zlib is loaded when an answer first needs it. */
async function decompress(data: Buffer, encoding: string): Promise<Buffer> {
  const { brotliDecompress, gunzip, inflate } = await import('node:zlib');
  const decoder = { br: brotliDecompress, gzip: gunzip, deflate: inflate }[encoding];
  if (!decoder) throw new Error(`the answer is compressed with ${encoding}, which was not asked for`);
  return new Promise((resolve, reject) => decoder(data, (error, decoded) => (error ? reject(error) : resolve(decoded))));
}

function headersOf(incoming: IncomingMessage): TransportResponse['headers'] {
  return {
    get(name) {
      const value = incoming.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
