import { SinchClient } from '@sinch/sdk-core';
import { toSinchParameters, wrapConversationService } from './sinch-client.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** The vendor's client for all its APIs. */
export function createClient(settings: ClientSettings): SubjectClient {
  return wrapConversationService(new SinchClient(toSinchParameters(settings)).conversation, settings);
}
