import type { AppTopics } from '../resources/apps/apps.ts';
import { subscribeConsents } from '../resources/consents/consents.ts';
import type { ContactTopics } from '../resources/contacts/contacts-world.ts';
import type { ConversationTopics } from '../resources/conversations/conversations-world.ts';
import { subscribeConversations } from '../resources/conversations/subscribe-conversations.ts';
import { subscribeEvents } from '../resources/events/subscribe-events.ts';
import { subscribeMessages } from '../resources/messages/subscribe-messages.ts';
import { subscribeWebhooks } from '../resources/webhooks/webhooks.ts';
import { createTopic } from '../topics/topic.ts';
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
