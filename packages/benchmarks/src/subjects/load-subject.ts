import type { CreateClient } from './subject.ts';

/**
 * Loaded on demand, so that a process holds only the client that it measures. Those that a budget sets beside each other are
 * neighbours here, the last and the first too: they are measured in this order, and neighbours within the same seconds.
 */
const SUBJECTS: Record<string, () => Promise<{ createClient: CreateClient }>> = {
  convapi: () => import('./convapi.ts'),
  '@sinch/conversation': () => import('./sinch-conversation.ts'),
  'convapi, undici': () => import('./convapi-undici.ts'),
  'convapi, fetch': () => import('./convapi-fetch.ts'),
  'openapi-fetch by hand': () => import('./openapi-fetch-by-hand.ts'),
  'fetch by hand': () => import('./fetch-by-hand.ts'),
  '@sinch/sdk-core': () => import('./sinch-sdk-core.ts'),
  twilio: () => import('./twilio.ts'),
  'undici by hand': () => import('./undici-by-hand.ts'),
  'node:http by hand': () => import('./http-by-hand.ts'),
};

/** Names of the clients, ours first. */
export const SUBJECT_NAMES: readonly string[] = Object.keys(SUBJECTS);

/** The client of that name. */
export async function loadSubject(name: string): Promise<CreateClient> {
  const load = SUBJECTS[name];
  if (load === undefined) throw new Error(`No client is named "${name}". There are: ${SUBJECT_NAMES.join(', ')}.`);
  return (await load()).createClient;
}
