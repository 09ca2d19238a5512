import type { ProcessingMode } from '@convapi/core';
import type { ContactRecord } from '../contacts/index.ts';
import type { ConversationRecord } from './conversation-store.ts';

/** Whom a message or an event is exchanged with. In DISPATCH mode there is neither contact nor conversation. */
export interface Party {
  mode: ProcessingMode;
  contact?: ContactRecord;
  conversation?: ConversationRecord;
}
