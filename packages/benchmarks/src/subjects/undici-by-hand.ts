import { request } from 'undici';
import { clientByHand } from './by-hand.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** `undici.request`, called by hand: about as little as a call can cost on Node. */
export function createClient(settings: ClientSettings): SubjectClient {
  return clientByHand(settings, async (method, url, headers, body) => {
    const answer = await request(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}: ${await answer.body.text()}`);
    return answer.body.json();
  });
}
