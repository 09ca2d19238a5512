import type { Contact, ContactCreateRequest } from '@convapi/core';
import { applyUpdate, invalidField, type Operation, toPage } from '../../operations/index.ts';
import { calledRegion, isHere, moveOut } from '../regions/index.ts';
import type { ContactRecord } from './contact-store.ts';
import type { ContactsWorld } from './contacts-world.ts';
import { checkUnified } from './identity-conflicts.ts';
import { requireContact } from './known-contacts.ts';
import { CONTACT_DEFAULTS, makeContact, saveContact, tellAllApps } from './save-contact.ts';

export const createContact: Operation<ContactsWorld> = (world, { body }) => addContact(world, body as ContactCreateRequest);

/** Makes a contact as the API does, and tells everybody. */
export function addContact(world: ContactsWorld, request: ContactCreateRequest): ContactRecord {
  checkUnified(world, request);
  const contact = makeContact(world, request, calledRegion(world));
  tellAllApps(world, 'CONTACT_CREATE', contact.id, { contact });
  return contact;
}

export const getContact: Operation<ContactsWorld> = (world, { params }) => requireContact(world, params.contact_id ?? '');

export const listContacts: Operation<ContactsWorld> = (world, { query }) => {
  const { channel, identity, external_id: externalId } = query as Record<string, string | undefined>;
  if ((channel === undefined) !== (identity === undefined)) {
    throw invalidField(channel === undefined ? 'channel' : 'identity', 'channel and identity only work together');
  }
  const found =
    channel !== undefined && identity !== undefined ? world.store.contacts.withIdentity(channel, identity) : world.store.contacts.all();
  const matching = [...found].filter(
    (contact) => isHere(world, contact.id) && (externalId === undefined || contact.external_id === externalId),
  );
  const page = toPage(matching, (contact) => contact.id, 'ascending', { size: query.page_size, token: query.page_token });
  return { contacts: page.items, next_page_token: page.next };
};

export const updateContact: Operation<ContactsWorld> = (world, { params, query, body }) => {
  const contact = requireContact(world, params.contact_id ?? '');
  const changed = applyUpdate(contact, body as Contact, CONTACT_DEFAULTS, query.update_mask);
  checkUnified(world, changed, contact.id);
  const updated = saveContact(world, changed);
  tellAllApps(world, 'CONTACT_UPDATE', updated.id, { contact: updated });
  return updated;
};

export const deleteContact: Operation<ContactsWorld> = (world, { params }) => {
  removeContact(world, params.contact_id ?? '');
  return {};
};

/** Deletes a contact with what belongs to it, and tells everybody. @throws {@link Refusal} 404 when there is none of that id */
export function removeContact(world: ContactsWorld, id: string): void {
  const contact = requireContact(world, id);
  world.topics.contactDeleted.publish(contact);
  world.store.contacts.delete(contact.id);
  tellAllApps(world, 'CONTACT_DELETE', contact.id, { contact });
  moveOut(world, contact.id);
}
