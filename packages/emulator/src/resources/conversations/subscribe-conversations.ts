import type { AppTopics } from '../apps/index.ts';
import type { ContactTopics } from '../contacts/index.ts';
import type { ConversationRecord } from './conversation-store.ts';
import type { ConversationsWorld } from './conversations-world.ts';
import { watchConversation } from './expire-conversation.ts';

/** Conversations go, move and expire with the apps and contacts that they belong to. */
export function subscribeConversations(world: ConversationsWorld & { topics: AppTopics & ContactTopics }): void {
  const { store, topics } = world;
  topics.appDeleted.subscribe(({ id }) => {
    for (const conversation of store.conversations.ofApp(id)) store.conversations.delete(conversation.id);
  });
  topics.retentionChanged.subscribe(({ id }) => {
    for (const conversation of store.conversations.ofApp(id)) watchConversation(world, conversation);
  });
  topics.contactDeleted.subscribe(({ id }) => {
    for (const conversation of store.conversations.ofContact(id)) store.conversations.delete(conversation.id);
  });
  topics.contactMerged.subscribe(({ sourceId, destinationId }) => {
    for (const conversation of store.conversations.ofContact(sourceId)) moveConversation(world, conversation, destinationId);
  });
}

/** Where both have an active conversation in one app, the messages join that of the destination. */
function moveConversation({ store, topics }: ConversationsWorld, conversation: ConversationRecord, contactId: string): void {
  const active = conversation.active ? store.conversations.active(conversation.app_id, contactId) : undefined;
  const target = active ?? { ...conversation, contact_id: contactId };
  if (active) store.conversations.delete(conversation.id);
  else store.conversations.put(target);
  topics.conversationMoved.publish({ id: conversation.id, targetId: target.id, contactId });
}
