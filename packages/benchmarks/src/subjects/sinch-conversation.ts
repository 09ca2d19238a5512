import { ConversationService } from '@sinch/conversation';
import { toSinchParameters, wrapConversationService } from './sinch-client.ts';
import type { ClientSettings, SubjectClient } from './subject.ts';

/** The vendor's client for this API alone. */
export function createClient(settings: ClientSettings): SubjectClient {
  return wrapConversationService(new ConversationService(toSinchParameters(settings)), settings);
}
