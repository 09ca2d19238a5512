import type { ConversationEvent } from '@convapi/core';

/** An event that is kept. */
export interface EventRecord {
  id: string;
  appId: string;
  acceptedMs: number;
  /** When the retention policy of the app deletes it, in milliseconds since 1970; `null` for never. */
  expiresMs: number | null;
  wire: ConversationEvent;
}
