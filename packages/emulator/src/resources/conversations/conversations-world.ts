import type { ConversationMessage } from '@convapi/core';
import type { Plan } from '../../jobs/index.ts';
import type { Publish } from '../../news/index.ts';
import type { Clock } from '../../time/index.ts';
import type { Topic } from '../../topics/index.ts';
import type { KnownApps } from '../apps/index.ts';
import type { KnownContacts } from '../contacts/index.ts';
import type { ConversationRecord, ConversationStore } from './conversation-store.ts';

/** What happens to conversations, for those who keep what is in them. */
export interface ConversationTopics {
  /** It goes at once. */
  conversationDeleted: Topic<ConversationRecord>;
  /** What was in one conversation is in another one, or in the same one of another contact. */
  conversationMoved: Topic<{ id: string; targetId: string; contactId: string }>;
}

/** The time of a conversation may be over. */
export interface ExpireConversationJob {
  kind: 'expire-conversation';
  conversationId: string;
  /** Counts for a conversation without messages, in milliseconds since 1970. */
  sinceMs: number;
}

/** What conversations work with. */
export type ConversationsWorld = KnownApps &
  KnownContacts & {
    clock: Clock;
    newId: () => string;
    plan: Plan<ExpireConversationJob>;
    publish: Publish;
    settings: { retentionDayMs: number };
    topics: ConversationTopics;
    /** The newest message of a conversation; asked of whoever keeps them. */
    lastMessageOf: (conversationId: string) => { acceptedMs: number; wire: ConversationMessage } | undefined;
    store: { conversations: ConversationStore };
  };
