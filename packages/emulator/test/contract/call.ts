import { Agent, request as httpRequest } from 'node:http';
import type { Emulator } from '../../src/index.ts';
import type { MadeRequest } from './requests.ts';

/** An answer, looked into as far as its text. */
export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends requests as they are: no URL is tidied up, no length is put right. */
export function createCaller({ url, keyId, keySecret }: Emulator): { send(request: MadeRequest): Promise<RawAnswer>; close(): void } {
  const agent = new Agent({ keepAlive: true });
  const authorization = `Basic ${btoa(`${keyId}:${keySecret}`)}`;
  return {
    send({ method, path, query, body, contentType }) {
      const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
      const headers = {
        authorization,
        ...(contentType === undefined ? {} : { 'content-type': contentType }),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      };
      return new Promise((resolve, reject) => {
        const request = httpRequest(url + path + (search === '' ? '' : `?${search}`), { method, headers, agent }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
          response.on('error', reject);
        });
        request.on('error', reject).end(body);
      });
    },
    close: () => agent.destroy(),
  };
}

/** Halves of characters cannot be sent in a URL; they become question marks, the rest stays. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text.slice(0, 1_000)).toString());
}
