import { Agent, request as httpRequest } from 'node:http';
import { clientByHand } from './by-hand.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/**
 * node:http, called by hand with its headers as a record, as everyone writes it and as monitors expect it. A list of headers
 * is faster, but OpenTelemetry and others drop it: a client that keeps them working sends a record, and so does this one.
 */
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
