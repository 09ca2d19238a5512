import type { ConversationChannel, MergeContactRequest } from '@convapi/core';
import { invalidField, type Operation } from '../../operations/index.ts';
import { moveOut } from '../regions/index.ts';
import type { ContactRecord } from './contact-store.ts';
import type { ContactsWorld } from './contacts-world.ts';
import { requireContact } from './known-contacts.ts';
import { saveContact, tellAllApps } from './save-contact.ts';

/** Moves all that belongs to one contact to another; the id of the first dies. */
export const mergeContacts: Operation<ContactsWorld> = (world, { params, body }) => {
  const { source_id: sourceId } = body as MergeContactRequest;
  const destination = requireContact(world, params.destination_id ?? '');
  const source = requireContact(world, sourceId);
  if (source.id === destination.id) throw invalidField('source_id', 'is the contact to merge into');
  world.topics.contactMerged.publish({ sourceId: source.id, destinationId: destination.id });
  world.store.contacts.delete(source.id);
  const merged = saveContact(world, combine(destination, source));
  moveOut(world, source.id);
  tellAllApps(world, 'CONTACT_MERGE', merged.id, { preserved_contact: merged, deleted_contact: source });
  return merged;
};

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
