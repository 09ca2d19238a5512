import { type AppTopics, expiryOf, retentionDays } from '../apps/index.ts';
import type { ContactTopics } from '../contacts/index.ts';
import type { ConversationTopics } from '../conversations/index.ts';
import type { MessageKeeper } from './kept-messages.ts';

/** Messages go, move and expire with the apps, contacts and conversations that they belong to. */
export function subscribeMessages(world: MessageKeeper & { topics: AppTopics & ContactTopics & ConversationTopics }): void {
  const { topics } = world;
  const { messages } = world.store;
  topics.appDeleted.subscribe(({ id }) => {
    for (const message of [...messages.all()]) if (message.appId === id) messages.delete(message.id);
  });
  topics.retentionChanged.subscribe((app) => {
    // What is kept already follows a policy that was changed.
    for (const message of [...messages.all()]) {
      if (message.appId !== app.id) continue;
      const days = retentionDays(app, message.source);
      if (days === 0) messages.delete(message.id);
      else messages.put({ ...message, expiresMs: expiryOf(world, days, message.acceptedMs) });
    }
  });
  topics.contactDeleted.subscribe(({ id }) => {
    for (const message of messages.ofContact(id)) messages.delete(message.id);
  });
  topics.contactMerged.subscribe(({ sourceId, destinationId }) => {
    // What never got as far as a conversation belongs to the contact none the less.
    for (const message of messages.ofContact(sourceId)) messages.put({ ...message, wire: { ...message.wire, contact_id: destinationId } });
  });
  topics.conversationDeleted.subscribe(({ id }) => {
    for (const message of messages.ofConversation(id)) messages.delete(message.id);
  });
  topics.conversationMoved.subscribe(({ id, targetId, contactId }) => {
    const ids = { contact_id: contactId, conversation_id: targetId };
    for (const message of messages.ofConversation(id)) messages.put({ ...message, wire: { ...message.wire, ...ids } });
  });
}
