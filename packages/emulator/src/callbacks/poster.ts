import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createPinnedLookup } from './pinned-lookup.ts';
import { createTargetOf, type TargetOf } from './targets.ts';

/**
 * Posts bodies to receivers. Redirects are not followed, and targets lead nowhere but where they may. A whole exchange has a limit: one
 * whose answer has no end gives its connection back to those that wait for it.
 */
export interface Poster {
  /** Posts, and gives back the status. */
  post(target: string, headers: Record<string, string>, body: string): Promise<number>;
  /** Posts, and gives back the answer whole. */
  ask(target: string, headers: Record<string, string>, body: string): Promise<{ status: number; text: string }>;
  close(): void;
}

/** Connections kept open to one receiver. */
const SOCKETS = 64;

/** Longest answer that is read. */
const MOST_BYTES = 1024 * 1024;

/** node:http with kept connections: global fetch costs three times the processor time, and callbacks outnumber calls. */
export function createPoster(
  timeoutMs: number,
  allowTargets: readonly string[],
  targetOf: TargetOf = createTargetOf(allowTargets),
): Poster {
  const pool = { keepAlive: true, maxSockets: SOCKETS, lookup: createPinnedLookup(allowTargets) };
  const agents = { 'http:': new HttpAgent(pool), 'https:': new HttpsAgent(pool) };

  function send(target: string, headers: Record<string, string>, body: string): Promise<IncomingMessage> {
    const { refusal, options } = targetOf(target);
    if (refusal !== undefined) return Promise.reject(new Error(refusal));
    const secure = options.protocol === 'https:';
    const open = secure ? httpsRequest : httpRequest;
    const agent = secure ? agents['https:'] : agents['http:'];
    return new Promise((resolve, reject) => {
      let answer: IncomingMessage | undefined;
      const request = open({ ...options, method: 'POST', headers, agent }, (response) => {
        answer = response;
        resolve(response);
      });
      function stop(): void {
        if (answer) answer.destroy(new Error(`no end of the answer within ${timeoutMs} ms`));
        else request.destroy(new Error(`no answer within ${timeoutMs} ms`));
      }
      // From here on, not while it waits for one of the connections. A plain timer: an AbortSignal for each request costs a tenth of the whole.
      request.on('socket', () => {
        const timer = setTimeout(stop, timeoutMs);
        request.on('close', () => clearTimeout(timer));
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  return {
    async post(target, headers, body) {
      const response = await send(target, headers, body);
      // The status says it all; the rest is read so that the connection can be used again.
      skipAnswer(response);
      return response.statusCode ?? 0;
    },
    async ask(target, headers, body) {
      const response = await send(target, headers, body);
      return { status: response.statusCode ?? 0, text: await readAnswer(response) };
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** Reads the body away, within limits: a connection whose answer is longer ends. */
function skipAnswer(response: IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) response.destroy();
  });
  // What becomes of the rest changes nothing: the status is there.
  response.on('error', () => undefined);
}

/** The whole body, within limits: a loop that is left early ends the connection. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`the answer is over ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
