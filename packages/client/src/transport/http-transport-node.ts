import type { Agent, ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { ConvapiError } from '@convapi/core';
import { checkNames } from '../check-options.ts';
import { toProxyError } from './connection-error.ts';
import { type AgentModule, createFreshAgent, type FreshAgent } from './fresh-agent-node.ts';
import { createBodyReader, tooLong } from './read-body-node.ts';
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
 * transport; answers may be compressed. Headers go out as a record by the `request` that the module has at the moment, so
 * monitors and mocks that patch it see every call.
 *
 * @throws {@link ConvapiError} for other options, such as an agent as it is.
 * @example
 * ```ts
 * import { Agent } from 'node:https';
 * import { httpTransport } from '@convapi/client/node';
 *
 * const transport = httpTransport({ httpsAgent: new Agent({ keepAlive: true, maxSockets: 20 }) });
 * ```
 */
export function httpTransport(options: HttpTransportOptions = {}): Transport {
  checkNames(options, ['httpsAgent', 'httpAgent'], 'httpTransport');
  const { httpAgent, httpsAgent } = options;
  const toAddress = createAddressBook();
  let http: Promise<Scheme> | undefined;
  let https: Promise<Scheme> | undefined;
  const send: Transport = async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    const { origin, path } = toAddress(request.url);
    if (origin.secure) https ??= toScheme(loadHttps, httpsAgent);
    else http ??= toScheme(loadHttp, httpAgent);
    const scheme = (await (origin.secure ? https : http)) as Scheme;
    return exchange({ request, origin, path, signal }, scheme);
  };
  return Object.assign(send, { timed: true as const });
}

/** node:http or node:https as a whole: what others patch on it must be seen. */
interface HttpModule extends AgentModule {
  request(options: RequestOptions): ClientRequest;
}

/** How requests of one scheme are opened. */
interface Scheme {
  module: HttpModule;
  /** The connections that are ours. */
  fresh: FreshAgent;
  /** In place of ours. */
  agent: Agent | undefined;
}

/**
 * The import is what monitors wait for, to patch the module. The module itself is taken from Node, because bundlers make
 * different things of an import.
 */
async function loadHttp(): Promise<HttpModule> {
  await import('node:http');
  return process.getBuiltinModule('node:http');
}

async function loadHttps(): Promise<HttpModule> {
  await import('node:https');
  return process.getBuiltinModule('node:https');
}

/** Loaded with the first request: each takes milliseconds, and most programs need one of the two. */
async function toScheme(load: () => Promise<HttpModule>, agent: Agent | undefined): Promise<Scheme> {
  const module = await load();
  const { globalAgent, Agent: NodeAgent } = module;
  // one of another class was put there on purpose: a proxy for the whole process
  const replaced = globalAgent.constructor === NodeAgent ? undefined : globalAgent;
  return { module, fresh: createFreshAgent(module), agent: agent ?? replaced };
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

function exchange({ request, origin, path, signal }: Exchange, { module, fresh, agent }: Scheme): Promise<TransportResponse> {
  fresh.dropStale();
  const { method, body } = request;
  const length = body === undefined ? undefined : Buffer.byteLength(body);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const fail = (error: unknown) => {
      limits.clear();
      reject(limits.explain(error));
      outgoing?.destroy();
    };
    // not by the events of the request: it has none while it waits for a socket
    const limits = watchLimits(request, signal, () => fail(undefined));
    let outgoing: ClientRequest | undefined;
    try {
      const headers = headersFor(request, origin.host, length);
      const { protocol, hostname, port } = origin;
      outgoing = module.request({ protocol, hostname, port, path, method, headers, agent: agent ?? fresh.agent });
    } catch (error) {
      return fail(error);
    }
    if (lostCredentials(request, outgoing)) {
      limits.clear();
      outgoing.on('error', () => {});
      outgoing.destroy();
      return reject(strippedHeaders());
    }
    noteLeaving(outgoing, request, origin.secure);
    outgoing.on('error', fail);
    outgoing.on('upgrade', (incoming, socket) => {
      socket.destroy();
      fail(new Error(`it switched to another protocol (${incoming.statusCode})`));
    });
    outgoing.on('response', (incoming) => {
      const status = incoming.statusCode ?? 0;
      if (isFromProxy(incoming, request, origin.secure)) {
        limits.clear();
        reject(toProxyError(request, status));
        return void outgoing?.destroy();
      }
      const headers = headersOf(incoming.headers);
      request.answered(status, headers);
      read(incoming, request.maxResponseBytes, fail, (text) => {
        limits.clear();
        resolve(toResponse(status, headers, text));
      });
    });
    // ASCII is the same in both, and latin1 is written without a conversion
    outgoing.end(body, length === body?.length ? 'latin1' : 'utf8');
  });
}

/** A record, which agents and monitors read and change; a list would be quicker, and most of them lose it. */
function headersFor({ headers }: TransportRequest, host: string, length: number | undefined): Record<string, string | number> {
  // one by one: spreading both takes several times as long
  const record: Record<string, string | number> = { host, 'accept-encoding': 'gzip, deflate, br' };
  for (const name in headers) record[name] = headers[name] as string;
  if (length !== undefined) record['content-length'] = length;
  return record;
}

/** A wrapper of `http.request` that drops headers would end in a 401 that blames the key. */
function lostCredentials({ headers }: TransportRequest, outgoing: ClientRequest): boolean {
  if (headers.authorization === undefined || typeof outgoing.getHeader !== 'function') return false;
  return outgoing.getHeader('authorization') === undefined;
}

function strippedHeaders(): ConvapiError {
  return new ConvapiError(
    '[@convapi/client] something that wraps http.request dropped the headers of the call, so nothing was sent. Update the monitor or mock that patches it, or load it last.',
  );
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

/**
 * Agents for proxies hand on a refused CONNECT as if the service had answered. That answer came without TLS, before
 * anything of the request could leave.
 */
function isFromProxy({ socket, statusCode = 0 }: IncomingMessage, { left }: TransportRequest, secure: boolean): boolean {
  return secure && !left && statusCode >= 300 && !(socket as { encrypted?: boolean }).encrypted;
}

/** By events: an async iterator over the stream costs as much as the rest of a call. */
function read(incoming: IncomingMessage, maxBytes: number, fail: (error: unknown) => void, done: (text: string) => void): void {
  const body = createBodyReader(maxBytes);
  incoming.on('data', (chunk: Buffer) => {
    if (!body.add(chunk)) fail(tooLong(maxBytes));
  });
  incoming.on('error', fail);
  incoming.on('end', () => {
    const text = body.text(incoming.headers['content-encoding'] ?? null);
    if (typeof text === 'string') done(text);
    else text.then(done, fail);
  });
}
