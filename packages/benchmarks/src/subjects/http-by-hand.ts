import { Agent, request as httpRequest } from 'node:http';
import { clientByHand } from './by-hand.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** node:http, called by hand: what a client over node:http can reach at most. */
export function createClient(settings: ClientSettings): SubjectClient {
  const agent = new Agent({ keepAlive: true });
  return clientByHand(
    settings,
    (method, url, headers, body = '') =>
      new Promise((resolve, reject) => {
        const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) };
        const outgoing = httpRequest(url, { method, agent, headers: { ...headers, ...length } }, (incoming) => {
          let text = '';
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => {
            text += chunk;
          });
          incoming.on('error', reject);
          incoming.on('end', () => {
            if ((incoming.statusCode ?? 0) >= 300) reject(new Error(`${incoming.statusCode}: ${text}`));
            else resolve(JSON.parse(text));
          });
        });
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
  );
}
