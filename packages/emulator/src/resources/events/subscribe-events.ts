import type { AppTopics } from '../apps/index.ts';
import type { ContactTopics } from '../contacts/index.ts';
import type { ConversationTopics } from '../conversations/index.ts';
import { type EventKeeper, keepEvent } from './kept-events.ts';

/** Events go, move and expire with the apps, contacts and conversations that they belong to. */
export function subscribeEvents(world: EventKeeper & { topics: AppTopics & ContactTopics & ConversationTopics }): void {
  const { topics } = world;
  const { events } = world.store;
  topics.appDeleted.subscribe(({ id }) => {
    for (const event of [...events.all()]) if (event.appId === id) events.delete(event.id);
  });
  topics.retentionChanged.subscribe((app) => {
    for (const event of [...events.all()]) if (event.appId === app.id) keepEvent(world, app, event);
  });
  topics.contactDeleted.subscribe(({ id }) => {
    for (const event of events.ofContact(id)) events.delete(event.id);
  });
  topics.contactMerged.subscribe(({ sourceId, destinationId }) => {
    for (const event of events.ofContact(sourceId)) events.put({ ...event, wire: { ...event.wire, contact_id: destinationId } });
  });
  topics.conversationDeleted.subscribe(({ id }) => {
    for (const event of events.ofConversation(id)) events.delete(event.id);
  });
  topics.conversationMoved.subscribe(({ id, targetId, contactId }) => {
    const ids = { contact_id: contactId, conversation_id: targetId };
    for (const event of events.ofConversation(id)) events.put({ ...event, wire: { ...event.wire, ...ids } });
  });
}
