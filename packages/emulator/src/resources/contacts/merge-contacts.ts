import type { ConversationChannel, MergeContactRequest } from '@convapi/core';
import type { Operation } from '../../operations/operation.ts';
import { invalidField } from '../../operations/refusal.ts';
import type { World } from '../../service/world.ts';
import type { ContactRecord, ConversationRecord } from '../../store/records.ts';
import { requireContact, saveContact, tellAllApps } from './contacts.ts';

/** Moves all that belongs to one contact to another; the id of the first dies. */
export const mergeContacts: Operation = (world, { params, body }) => {
  const { source_id: sourceId } = body as MergeContactRequest;
  const destination = requireContact(world, params.destination_id ?? '');
  const source = requireContact(world, sourceId);
  if (source.id === destination.id) throw invalidField('source_id', 'is the contact to merge into');
  for (const conversation of world.store.conversations.ofContact(source.id)) moveConversation(world, conversation, destination.id);
  moveLoose(world, source.id, destination.id);
  world.store.contacts.delete(source.id);
  const merged = saveContact(world, combine(destination, source));
  world.store.homes.delete(source.id);
  tellAllApps(world, 'CONTACT_MERGE', merged.id, { preserved_contact: merged, deleted_contact: source });
  return merged;
};

/** Where both have an active conversation in one app, the messages join that of the destination. */
function moveConversation(world: World, conversation: ConversationRecord, contactId: string): void {
  const { store } = world;
  const active = conversation.active ? store.conversations.active(conversation.app_id, contactId) : undefined;
  const target = active ?? { ...conversation, contact_id: contactId };
  const ids = { contact_id: contactId, conversation_id: target.id };
  const messages = store.messages.ofConversation(conversation.id);
  const events = store.events.ofConversation(conversation.id);
  if (active) store.conversations.delete(conversation.id);
  else store.conversations.put(target);
  for (const message of messages) store.messages.put({ ...message, wire: { ...message.wire, ...ids } });
  for (const event of events) store.events.put({ ...event, wire: { ...event.wire, ...ids } });
}

/** What never got as far as a conversation belongs to the contact none the less. */
function moveLoose({ store }: World, sourceId: string, contactId: string): void {
  for (const message of store.messages.ofContact(sourceId))
    store.messages.put({ ...message, wire: { ...message.wire, contact_id: contactId } });
  for (const event of store.events.ofContact(sourceId)) store.events.put({ ...event, wire: { ...event.wire, contact_id: contactId } });
}

/** Channels that moved go last; a priority that nobody gave stays empty. */
function combinePriority({ channel_priority: own = [] }: ContactRecord, moved: ConversationChannel[]): ConversationChannel[] {
  return own.length === 0 ? [] : [...new Set([...own, ...moved])];
}

/** Identities move for channels that the destination lacks, last in its order; optional fields fill empty ones only. */
function combine(destination: ContactRecord, source: ContactRecord): ContactRecord {
  const known = new Set(destination.channel_identities.map((one) => one.channel));
  const moved = source.channel_identities.filter((one) => !known.has(one.channel));
  const isUnnamed = !destination.display_name || destination.display_name === 'Unknown';
  return {
    ...destination,
    channel_identities: [...destination.channel_identities, ...moved],
    channel_priority: combinePriority(
      destination,
      moved.map((one) => one.channel),
    ),
    display_name: (isUnnamed ? source.display_name : destination.display_name) ?? 'Unknown',
    email: destination.email || source.email || '',
    external_id: destination.external_id || source.external_id || '',
    metadata: destination.metadata || source.metadata || '',
    language: (destination.language === 'UNSPECIFIED' ? source.language : destination.language) ?? 'UNSPECIFIED',
  };
}
