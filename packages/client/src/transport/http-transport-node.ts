import type { Agent, ClientRequest, IncomingMessage, request as openRequest } from 'node:http';
import { createFreshAgent, type FreshAgent } from './fresh-agent-node.ts';
import { joinChunks } from './join-chunks-node.ts';
import { splitUrl } from './split-url.ts';
import { headersOf, type Transport, type TransportRequest, type TransportResponse, toResponse } from './transport.ts';
import { watchLimits } from './watch-limits.ts';

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
  let http: Promise<Scheme> | undefined;
  let https: Promise<Scheme> | undefined;
  const send: Transport = async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    const { origin, path } = toAddress(request.url);
    if (origin.secure) https ??= toScheme(import('node:https'), httpsAgent);
    else http ??= toScheme(import('node:http'), httpAgent);
    const scheme = (await (origin.secure ? https : http)) as Scheme;
    return exchange({ request, origin, path, signal }, scheme);
  };
  return Object.assign(send, { timed: true as const });
}

/** How requests of one scheme are opened, and the connections that are ours. */
interface Scheme {
  open: typeof openRequest;
  fresh: FreshAgent;
  /** In place of ours. */
  agent: Agent | undefined;
}

type HttpModule = Pick<typeof import('node:http'), 'request' | 'Agent'>;

/** Loaded with the first request: each takes milliseconds, and most programs need one of the two. */
async function toScheme(module: Promise<HttpModule>, agent: Agent | undefined): Promise<Scheme> {
  const { request, Agent: KeepAliveAgent } = await module;
  return { open: request, fresh: createFreshAgent(KeepAliveAgent), agent };
}

interface Origin {
  secure: boolean;
  protocol: string;
  /** Name and port, as in the header. */
  host: string;
  hostname: string;
  port: string;
}

/** What an address means to node:http. Origins are few and taking them apart is slow, so they are kept. */
function createAddressBook(): (url: string) => { origin: Origin; path: string } {
  const known = new Map<string, Origin>();
  return (url) => {
    const [start, path] = splitUrl(url);
    const origin = known.get(start) ?? toOrigin(start);
    known.set(start, origin);
    return { origin, path };
  };
}

function toOrigin(start: string): Origin {
  const { host, hostname, port, protocol } = new URL(start);
  return { secure: protocol === 'https:', protocol, host, hostname: hostname.replace(/^\[|\]$/g, ''), port };
}

/** A request on its way. */
interface Exchange {
  request: TransportRequest;
  origin: Origin;
  path: string;
  signal: AbortSignal | undefined;
}

function exchange({ request, origin, path, signal }: Exchange, { open, fresh, agent }: Scheme): Promise<TransportResponse> {
  fresh.dropStale();
  const { method, body } = request;
  const length = body === undefined ? undefined : Buffer.byteLength(body);
  const list = headersFor(request, origin.host, length);
  return new Promise((resolve, reject) => {
    const outgoing = open({
      protocol: origin.protocol,
      hostname: origin.hostname,
      port: origin.port,
      path,
      method,
      // A list goes out as it is, which is far faster; agents for proxies change headers, and need names and values.
      headers: agent ? toRecord(list) : list,
      agent: agent ?? fresh.agent,
    });
    const limits = watchLimits(request, signal, () => outgoing.destroy());
    const fail = (error: unknown) => {
      limits.clear();
      reject(limits.explain(error));
    };
    noteLeaving(outgoing, request, origin.secure);
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0;
      request.status = status;
      const done = (text: string) => {
        limits.clear();
        resolve(toResponse(status, headersOf(incoming.headers), text));
      };
      read(incoming, done, fail);
    });
    // ASCII is the same in both, and latin1 is written without a conversion
    outgoing.end(body, length === body?.length ? 'latin1' : 'utf8');
  });
}

/** Names and values by turns. */
function headersFor({ headers }: TransportRequest, host: string, length: number | undefined): string[] {
  const list = ['host', host, 'accept-encoding', 'gzip, deflate, br'];
  for (const name in headers) list.push(name, headers[name] as string);
  if (length !== undefined) list.push('content-length', String(length));
  return list;
}

function toRecord(list: string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at < list.length; at += 2) record[list[at] as string] = list[at + 1] as string;
  return record;
}

/** Nothing leaves before the connection stands, the TLS handshake included. */
function noteLeaving(outgoing: ClientRequest, request: TransportRequest, secure: boolean): void {
  const leaves = () => {
    request.left = true;
  };
  outgoing.on('socket', (socket) => {
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
    const data = joinChunks(chunks);
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
