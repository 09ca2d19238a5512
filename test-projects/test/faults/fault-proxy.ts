import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { chooseFault, type Fault } from './faults.ts';
import { type Answer, type Passage, TREATMENTS } from './treatments.ts';

/** Options of {@link startFaultProxy}. */
export interface FaultProxyOptions {
  /** Base address of what stands behind the proxy. */
  target: string;
  /** Decides the faults, together with the message and how often it came. */
  seed?: number;
  /** The time limit of the client, in milliseconds: faults are late relative to it. */
  timeoutMs: number;
  /** Chooses in place of the seed. `key` is the `message_metadata` of a send, else the path. */
  choose?(key: string, nth: number): Fault;
}

/** A running proxy. */
export interface FaultProxy {
  url: string;
  /** By `message_metadata`. */
  passages: Map<string, Passage>;
  /** How often each fault was dealt out: to sends, and to everything else. */
  counts: { sends: Map<Fault, number>; others: Map<Fault, number> };
  /** Resolves when what the proxy holds now has gone through. What comes meanwhile is not waited for. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** A real HTTP proxy on a free port of this machine that treats requests badly. */
export async function startFaultProxy(options: FaultProxyOptions): Promise<FaultProxy> {
  const { target, seed = 1, timeoutMs, choose = (key, nth) => chooseFault(seed, key, nth) } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const passages = new Map<string, Passage>();
  const counts = { sends: new Map<Fault, number>(), others: new Map<Fault, number>() };
  const arrivals = new Map<string, number>();
  const refused = new Set<string>();
  const underWay = new Set<Promise<void>>();

  function faultFor(key: string): Fault {
    const nth = arrivals.get(key) ?? 0;
    arrivals.set(key, nth + 1);
    const fault = choose(key, nth);
    if (fault !== '401') return fault;
    // Twice would say that the credentials are wrong, and end the call.
    if (refused.has(key)) return 'pass';
    refused.add(key);
    return '401';
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const path = request.url ?? '';
    const metadata = path.endsWith('/messages:send') ? metadataOf(body) : undefined;
    const fault = faultFor(metadata ?? path);
    count(metadata === undefined ? counts.others : counts.sends, fault);
    const passage = metadata === undefined ? undefined : passageOf(passages, metadata);
    if (passage) passage.arrived += 1;
    const forward = async () => {
      const answer = await callTarget(agent, target, request, body);
      if (passage && answer.status < 300) passage.taken += 1;
      return answer;
    };
    await TREATMENTS[fault]({ request, response, forward }, timeoutMs, passage);
  }

  const server = createServer((request, response) => {
    // A client that has gone away is what half of the faults are about.
    const work = handle(request, response).catch(() => void request.socket.destroy());
    underWay.add(work);
    work.finally(() => underWay.delete(work));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passages,
    counts,
    settled: async () => void (await Promise.all(underWay)),
    async close() {
      await Promise.all(underWay);
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function callTarget(agent: Agent, target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(`${target}${url}`, { agent, method, headers: endToEnd(headers) }, (incoming) => {
      const { statusCode: status = 502, headers: given } = incoming;
      readAll(incoming).then((read) => resolve({ status, type: given['content-type'] ?? '', body: read }), reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Headers that are not about one connection, nor about compression, which would hide where the JSON is cut. */
function endToEnd({ host: _, connection: __, 'accept-encoding': ___, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return headers;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function metadataOf(body: Buffer): string {
  return (JSON.parse(body.toString()) as { message_metadata?: string }).message_metadata ?? '';
}

function passageOf(passages: Map<string, Passage>, key: string): Passage {
  const known = passages.get(key) ?? { arrived: 0, taken: 0, duplicated: 0 };
  passages.set(key, known);
  return known;
}

function count(counts: Map<Fault, number>, fault: Fault): void {
  counts.set(fault, (counts.get(fault) ?? 0) + 1);
}
