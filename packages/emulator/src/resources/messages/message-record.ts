import type { ConversationMessage } from '@convapi/core';
import type { WithId } from '../../operations/index.ts';
import type { MessageSource } from '../apps/index.ts';

/** A message that is kept. */
export interface MessageRecord {
  id: string;
  appId: string;
  source: MessageSource;
  acceptedMs: number;
  /** When the retention policy of the app deletes it, in milliseconds since 1970; `null` for never. */
  expiresMs: number | null;
  wire: WithId<ConversationMessage>;
}
