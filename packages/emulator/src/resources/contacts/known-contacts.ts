import type { ChannelIdentity } from '@convapi/core';
import { notFound } from '../../operations/index.ts';
import type { AppRecord } from '../apps/index.ts';
import { isHere, type RegionsWorld, regionOf } from '../regions/index.ts';
import type { ContactRecord, ContactStore } from './contact-store.ts';

/** What tells which contacts there are. */
export type KnownContacts = RegionsWorld & { store: { contacts: Pick<ContactStore, 'get' | 'withIdentity' | 'all'> } };

/** @throws {@link Refusal} 404 when there is none of that id in the region that is called */
export function requireContact(world: KnownContacts, id: string): ContactRecord {
  const contact = world.store.contacts.get(id);
  if (!contact || !isHere(world, id)) throw notFound('Contact', id);
  return contact;
}

/** The contact of an id, when the app's region has one. */
export function knownContact(world: KnownContacts, app: AppRecord, id: string): ContactRecord | undefined {
  const contact = world.store.contacts.get(id);
  return contact && regionOf(world, id) === regionOf(world, app.id) ? contact : undefined;
}

/** Contacts of the app's region that have an address, as far as the app may use it. */
export function holdersOf(world: KnownContacts, { channel, identity }: ChannelIdentity, appId: string): ContactRecord[] {
  const region = regionOf(world, appId);
  return world.store.contacts.withIdentity(channel, identity, appId).filter((contact) => regionOf(world, contact.id) === region);
}
