import type { ChannelIdentity, Contact } from '@convapi/core';
import type { WithId } from '../../operations/index.ts';
import { createMultiMap, createTable, type NoteFor, type Part } from '../../store/index.ts';
import { identityKey } from '../channels/index.ts';

/** A contact, as the API shows it. */
export type ContactRecord = WithId<Contact> & { channel_identities: ChannelIdentity[] };

/** The contacts of the project, found by id and by address. */
export interface ContactStore {
  get(id: string): ContactRecord | undefined;
  /** Adds a contact, or replaces the one of that id. */
  put(contact: ContactRecord): void;
  delete(id: string): void;
  /** Contacts with this address, oldest first; an address that belongs to another app does not count. */
  withIdentity(channel: string, identity: string, appId?: string): ContactRecord[];
  all(): Iterable<ContactRecord>;
  part: Part;
  clear(): void;
}

export function createContactStore(noteFor: NoteFor): ContactStore {
  const contacts = createTable<ContactRecord>('contacts', noteFor);
  const byIdentity = createMultiMap();

  function unlink(contact: ContactRecord): void {
    for (const { channel, identity } of contact.channel_identities) byIdentity.remove(identityKey(channel, identity), contact.id);
  }

  function put(contact: ContactRecord): void {
    const previous = contacts.get(contact.id);
    if (previous) unlink(previous);
    contacts.set(contact.id, contact);
    for (const { channel, identity } of contact.channel_identities) byIdentity.add(identityKey(channel, identity), contact.id);
  }

  function clear(): void {
    contacts.clear();
    byIdentity.clear();
  }

  return {
    get: (id) => contacts.get(id),
    put,
    delete(id) {
      const contact = contacts.get(id);
      if (contact) unlink(contact);
      contacts.delete(id);
    },
    withIdentity(channel, identity, appId) {
      const key = identityKey(channel, identity);
      const found: ContactRecord[] = [];
      for (const id of byIdentity.get(key)) {
        const contact = contacts.get(id);
        if (contact?.channel_identities.some((one) => identityKey(one.channel, one.identity) === key && isVisible(one.app_id, appId))) {
          found.push(contact);
        }
      }
      // Ids sort by age; the index has them in the order in which they were last written.
      return found.sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    all: () => contacts.values(),
    part: { name: 'contacts', rows: () => contacts, restore: (_, row) => put(row as ContactRecord), clear },
    clear,
  };
}

function isVisible(ownerId: string | undefined, appId: string | undefined): boolean {
  return !ownerId || !appId || ownerId === appId;
}
