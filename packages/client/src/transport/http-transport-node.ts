import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { toConnectionError, toTimeoutError } from './connection-error.ts';
import { createFreshAgent } from './fresh-agent-node.ts';
import { type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';

/** Options of {@link httpTransport}. */
export interface HttpTransportOptions {
  /** For `https:` addresses: proxies, certificates, limits. Default: a keep-alive agent of its own. */
  httpsAgent?: Agent | undefined;
  /** For `http:` addresses, such as the emulator's. Default: a keep-alive agent of its own. */
  httpAgent?: Agent | undefined;
}

const DECODERS: Record<string, (data: Buffer) => Promise<Buffer>> = {
  gzip: promisify<Buffer, Buffer>(gunzip),
  deflate: promisify<Buffer, Buffer>(inflate),
  br: promisify<Buffer, Buffer>(brotliDecompress),
};

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
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  const toOptions = createOptions(options);
  const send: Transport = async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    const { secure, ...address } = toOptions(request.url);
    const headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br', ...request.headers };
    if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
    const outgoing = (secure ? httpsRequest : httpRequest)({ ...address, method: request.method, headers });
    return exchange(outgoing, request, secure, signal);
  };
  return Object.assign(send, { timed: true as const });
}

type Address = RequestOptions & { secure: boolean };

/** What an address means to node:http. Origins are few and taking them apart is slow, so they are kept. */
function createOptions({ httpAgent, httpsAgent }: HttpTransportOptions): (url: string) => Address {
  const own = { http: createFreshAgent(false), https: createFreshAgent(true) };
  const known = new Map<string, Address>();
  return (url) => {
    const pathAt = url.indexOf('/', url.indexOf('//') + 2);
    const origin = pathAt === -1 ? url : url.slice(0, pathAt);
    const address = known.get(origin) ?? toAddress(origin);
    known.set(origin, address);
    const fresh = address.secure ? own.https : own.http;
    fresh.dropStale();
    return { ...address, path: pathAt === -1 ? '/' : url.slice(pathAt), agent: (address.secure ? httpsAgent : httpAgent) ?? fresh.agent };
  };
}

function toAddress(origin: string): Address {
  const { hostname, port, protocol } = new URL(origin);
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
    const decode = DECODERS[incoming.headers['content-encoding'] ?? ''];
    if (!decode || data.length === 0) return done(data.toString('utf8'));
    decode(data).then((decoded) => done(decoded.toString('utf8')), fail);
  });
}

function headersOf(incoming: IncomingMessage): TransportResponse['headers'] {
  return {
    get(name) {
      const value = incoming.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
