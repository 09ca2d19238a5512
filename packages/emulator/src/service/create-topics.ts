import type { AppTopics } from '../resources/apps/index.ts';
import { subscribeConsents } from '../resources/consents/index.ts';
import type { ContactTopics } from '../resources/contacts/index.ts';
import { type ConversationTopics, subscribeConversations } from '../resources/conversations/index.ts';
import { subscribeEvents } from '../resources/events/index.ts';
import { subscribeMessages } from '../resources/messages/index.ts';
import { subscribeWebhooks } from '../resources/webhooks/index.ts';
import { createTopic } from '../topics/index.ts';
import type { World } from './world.ts';

/** What resources tell those above them. */
export function createTopics(): AppTopics & ContactTopics & ConversationTopics {
  return {
    appDeleted: createTopic(),
    retentionChanged: createTopic(),
    contactDeleted: createTopic(),
    contactMerged: createTopic(),
    conversationDeleted: createTopic(),
    conversationMoved: createTopic(),
  };
}

/** Lets those above hear of it. */
export function subscribeAll(world: World): void {
  subscribeWebhooks(world);
  subscribeConsents(world);
  subscribeConversations(world);
  subscribeMessages(world);
  subscribeEvents(world);
}
