import { clientByHand } from './by-hand.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** The global fetch, called by hand. */
export function createClient(settings: ClientSettings): SubjectClient {
  return clientByHand(settings, async (method, url, headers, body) => {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return response.json();
  });
}
