import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { createPinnedLookup } from './pinned-lookup.ts';

/** Posts bodies to receivers. Redirects are not followed, and names lead nowhere but where they may. */
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
export function createPoster(timeoutMs: number, allowTargets: readonly string[]): Poster {
  const options = { keepAlive: true, maxSockets: SOCKETS, lookup: createPinnedLookup(allowTargets) };
  const agents = { 'http:': new HttpAgent(options), 'https:': new HttpsAgent(options) };

  function send(target: string, headers: Record<string, string>, body: string): Promise<IncomingMessage> {
    const url = new URL(target);
    const secure = url.protocol === 'https:';
    const open = secure ? httpsRequest : httpRequest;
    const agent = secure ? agents['https:'] : agents['http:'];
    return new Promise((resolve, reject) => {
      const request = open(url, { method: 'POST', headers, agent }, (response) => {
        clearTimeout(timer);
        resolve(response);
      });
      // A plain timer: an AbortSignal for each request costs a tenth of the whole.
      const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.end(body);
    });
  }

  return {
    async post(target, headers, body) {
      const response = await send(target, headers, body);
      response.on('error', () => undefined).resume();
      return response.statusCode ?? 0;
    },
    async ask(target, headers, body) {
      const response = await send(target, headers, body);
      return { status: response.statusCode ?? 0, text: await readAnswer(response, timeoutMs) };
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** The whole body, within limits of size and time. */
async function readAnswer(response: IncomingMessage, timeoutMs: number): Promise<string> {
  const timer = setTimeout(() => response.destroy(new Error(`no whole answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new Error(`the answer is over ${MOST_BYTES} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } finally {
    clearTimeout(timer);
  }
}
