import type { ConversationChannel, Region } from '@convapi/core';
import { type Operation, Refusal, toPage } from '../../operations/index.ts';
import { isPhoneChannel, PHONE_CHANNELS } from '../channels/index.ts';
import { calledRegion, isHere, regionOf } from '../regions/index.ts';
import type { ContactRecord } from './contact-store.ts';
import type { ContactsWorld } from './contacts-world.ts';
import type { KnownContacts } from './known-contacts.ts';

interface Conflict {
  identity: string;
  channels: ConversationChannel[];
  contact_ids: string[];
}

/** Addresses that several contacts share. */
export const listIdentityConflicts: Operation<KnownContacts> = (world, { query }) => {
  const request = { size: query.page_size, token: query.page_token };
  const page = toPage(findConflicts(world), ({ identity }) => identity, 'ascending', request);
  return { conflicts: page.items, next_page_token: page.next };
};

/** Those of the region that is called. */
export function findConflicts(world: KnownContacts): Conflict[] {
  const holders = new Map<string, { channels: Set<ConversationChannel>; contactIds: Set<string> }>();
  for (const contact of world.store.contacts.all()) {
    if (!isHere(world, contact.id)) continue;
    for (const { channel, identity } of contact.channel_identities) {
      const holder = holders.get(identity) ?? { channels: new Set<ConversationChannel>(), contactIds: new Set<string>() };
      holder.channels.add(channel as ConversationChannel);
      holder.contactIds.add(contact.id);
      holders.set(identity, holder);
    }
  }
  return [...holders].flatMap(([identity, { channels, contactIds }]) =>
    contactIds.size > 1 ? { identity, channels: [...channels], contact_ids: [...contactIds] } : [],
  );
}

/** Has the project one contact per number in this region, whatever the channel? */
export function isUnified({ store }: { store: Pick<ContactsWorld['store'], 'projectSettings'> }, region: Region): boolean {
  return store.projectSettings.get(region)?.unified_contact_id_enabled === true;
}

/** Contacts of a region that have a number on any channel of phones. */
export function holdersOfNumber(world: KnownContacts, region: Region, identity: string): ContactRecord[] {
  return [...PHONE_CHANNELS]
    .flatMap((channel) => world.store.contacts.withIdentity(channel, identity))
    .filter((contact) => regionOf(world, contact.id) === region);
}

/** @throws {@link Refusal} 409 when ids are unified and another contact has a number of this one */
export function checkUnified(world: ContactsWorld, contact: Pick<ContactRecord, 'channel_identities'>, id?: string): void {
  const region = calledRegion(world);
  if (!isUnified(world, region)) return;
  for (const { channel, identity } of contact.channel_identities) {
    const other = isPhoneChannel(channel) && holdersOfNumber(world, region, identity).find((holder) => holder.id !== id);
    if (other) throw new Refusal('ALREADY_EXISTS', `Contact ${other.id} has ${identity} already, and contact ids are unified.`);
  }
}
