import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** Posts bodies and gives back the status. Redirects are not followed. */
export interface Poster {
  post(target: string, headers: Record<string, string>, body: string): Promise<number>;
  close(): void;
}

/** Connections kept open to one receiver. */
const SOCKETS = 64;

/** node:http with kept connections: global fetch costs three times the processor time, and callbacks outnumber calls. */
export function createPoster(timeoutMs: number): Poster {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: SOCKETS }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS }),
  };

  return {
    post(target, headers, body) {
      const url = new URL(target);
      const secure = url.protocol === 'https:';
      const open = secure ? httpsRequest : httpRequest;
      const agent = secure ? agents['https:'] : agents['http:'];
      return new Promise((resolve, reject) => {
        const request = open(url, { method: 'POST', headers, agent }, (response) => {
          clearTimeout(timer);
          response.on('error', () => undefined).resume();
          resolve(response.statusCode ?? 0);
        });
        // A plain timer: an AbortSignal for each request costs a tenth of the whole.
        const timer = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
        request.on('error', (error) => {
          clearTimeout(timer);
          reject(error);
        });
        request.end(body);
      });
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}
