import { undiciTransport } from '@convapi/client/undici';
import { Agent } from 'undici';
import { createClientOver } from './convapi.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** This toolkit over undici. */
export function createClient(settings: ClientSettings): SubjectClient {
  return createClientOver(undiciTransport({ dispatcher: new Agent() }), settings);
}
