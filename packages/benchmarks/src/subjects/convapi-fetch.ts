import { fetchTransport } from '@convapi/client';
import { createClientOver } from './convapi.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** This toolkit over the global fetch, as on other runtimes. */
export function createClient(settings: ClientSettings): SubjectClient {
  return createClientOver(fetchTransport(fetch), settings);
}
