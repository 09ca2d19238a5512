import type { Contact, Region, WebhookTrigger } from '@convapi/core';
import { applyUpdate } from '../../operations/index.ts';
import { appsIn } from '../apps/index.ts';
import { regionOf, settleIn } from '../regions/index.ts';
import { checkIdentities, toStored } from './addresses.ts';
import type { ContactRecord } from './contact-store.ts';
import type { ContactsWorld } from './contacts-world.ts';

/** The fields of a contact that may change, and what they are when nobody said. */
export const CONTACT_DEFAULTS = {
  channel_identities: [],
  channel_priority: [],
  display_name: 'Unknown',
  email: '',
  external_id: '',
  language: 'UNSPECIFIED',
  metadata: '',
} as const;

/** Makes and keeps a contact; telling about it is the caller's. */
export function makeContact(world: ContactsWorld, request: Contact, region: Region): ContactRecord {
  const made = saveContact(
    world,
    applyUpdate({ id: world.newId() } as ContactRecord, { ...CONTACT_DEFAULTS, ...request }, CONTACT_DEFAULTS, undefined),
  );
  settleIn(world, made.id, region);
  return made;
}

/** Keeps a contact as the service shows it: numbers without plus, and a name in any case. A priority that nobody gave stays empty. */
export function saveContact(world: ContactsWorld, contact: ContactRecord): ContactRecord {
  checkIdentities(contact.channel_identities);
  const identities = contact.channel_identities.map(toStored);
  const saved = {
    ...contact,
    channel_identities: identities,
    channel_priority: contact.channel_priority ?? [],
    display_name: contact.display_name || CONTACT_DEFAULTS.display_name,
  };
  world.store.contacts.put(saved);
  return saved;
}

/** Contacts belong to the project, so every app of their region hears of what the API does to them. @param id of the contact */
export function tellAllApps(world: ContactsWorld, trigger: WebhookTrigger, id: string, payload: object): void {
  for (const app of appsIn(world, regionOf(world, id))) world.publish({ trigger, appId: app.id, payload, lane: id });
}
