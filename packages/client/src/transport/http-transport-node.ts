import { type Agent, type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { toConnectionError } from './connection-error.ts';
import { type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';

/** Options of {@link httpTransport}. */
export interface HttpTransportOptions {
  /** For `https:` addresses: proxies, certificates, limits. Default: a keep-alive agent of its own. */
  httpsAgent?: Agent | undefined;
  /** For `http:` addresses, such as the emulator's. Default: a keep-alive agent of its own. */
  httpAgent?: Agent | undefined;
}

/** An idle connection is left after this: most servers end theirs at 5 s or later, and a race with that loses a request. */
const IDLE_LIMIT_MS = 4_000;
const AGENT_OPTIONS = { keepAlive: true, scheduling: 'lifo', timeout: IDLE_LIMIT_MS } as const;

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
  const own = { http: new HttpAgent(AGENT_OPTIONS), https: new HttpsAgent(AGENT_OPTIONS) };
  const { httpAgent = own.http, httpsAgent = own.https } = options;
  let lastUsedAtMs = 0;
  return async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    // A process that was too busy to notice that its idle connections have ended must not send on them.
    if (Date.now() - lastUsedAtMs > IDLE_LIMIT_MS) for (const agent of Object.values(own)) dropIdle(agent);
    lastUsedAtMs = Date.now();
    const url = new URL(request.url);
    const secure = url.protocol === 'https:';
    const headers = Object.fromEntries(request.headers);
    headers['accept-encoding'] ??= 'gzip, deflate, br';
    if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body));
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method: request.method,
      headers,
      agent: secure ? httpsAgent : httpAgent,
    });
    return exchange(outgoing, request, secure, signal).finally(() => {
      lastUsedAtMs = Date.now();
    });
  };
}

function dropIdle({ freeSockets }: Agent): void {
  for (const sockets of Object.values(freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

function exchange(
  outgoing: ClientRequest,
  request: TransportRequest,
  secure: boolean,
  signal: AbortSignal | undefined,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const abort = () => outgoing.destroy();
    const fail = (error: unknown) => {
      signal?.removeEventListener('abort', abort);
      reject(signal?.aborted ? signal.reason : toConnectionError(request, error));
    };
    signal?.addEventListener('abort', abort, { once: true });
    noteLeaving(outgoing, request, secure);
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      request.status = incoming.statusCode ?? 0;
      read(incoming).then((text) => {
        signal?.removeEventListener('abort', abort);
        resolve(toResponse(incoming.statusCode ?? 0, headersOf(incoming), text));
      }, fail);
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

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const data = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  const decode = DECODERS[incoming.headers['content-encoding'] ?? ''];
  return (decode && data.length > 0 ? await decode(data) : data).toString('utf8');
}

function headersOf(incoming: IncomingMessage): TransportResponse['headers'] {
  return {
    get(name) {
      const value = incoming.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
