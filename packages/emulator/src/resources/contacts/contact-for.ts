import type { ChannelIdentity } from '@convapi/core';
import type { AppRecord } from '../apps/index.ts';
import { isAppScoped, isPhoneChannel } from '../channels/index.ts';
import { regionOf } from '../regions/index.ts';
import type { ContactRecord } from './contact-store.ts';
import type { ContactsWorld } from './contacts-world.ts';
import { holdersOfNumber, isUnified } from './identity-conflicts.ts';
import { holdersOf } from './known-contacts.ts';
import { makeContact, saveContact } from './save-contact.ts';

/**
 * The contact behind some addresses, made when nobody has any of them.
 *
 * Addresses that the contact lacks and nobody else has are added, so that the reply to a fallback finds the same contact.
 */
export function contactFor(world: ContactsWorld, app: AppRecord, identities: readonly ChannelIdentity[]): ContactRecord {
  const scoped = identities.map(({ channel, identity }) => ({ channel, identity, app_id: isAppScoped(channel) ? app.id : '' }));
  const region = regionOf(world, app.id);
  const holders = scoped.map((one) => holdersOf(world, one, app.id));
  const unified = isUnified(world, region) ? scoped.filter((one) => isPhoneChannel(one.channel)) : [];
  holders.forEach((found, index) => {
    if (found.length > 1) tellDuplicates(world, app, scoped[index]?.channel ?? '', found);
  });
  const contact = holders.flat()[0] ?? unified.flatMap((one) => holdersOfNumber(world, region, one.identity))[0];
  if (!contact) {
    const made = makeContact(world, { channel_identities: scoped }, region);
    world.publish({ trigger: 'CONTACT_CREATE', appId: app.id, lane: made.id, payload: { contact: made } });
    return made;
  }
  const missing = scoped.filter((_, index) => holders[index]?.length === 0);
  return missing.length === 0 ? contact : addIdentities(world, app, contact, missing);
}

function addIdentities(world: ContactsWorld, app: AppRecord, contact: ContactRecord, missing: ChannelIdentity[]): ContactRecord {
  const known = new Set(contact.channel_identities.map((one) => one.channel));
  const added = missing.filter((one) => !known.has(one.channel));
  if (added.length === 0) return contact;
  const updated = saveContact(world, { ...contact, channel_identities: [...contact.channel_identities, ...added] });
  world.publish({ trigger: 'CONTACT_UPDATE', appId: app.id, lane: updated.id, payload: { contact: updated } });
  return updated;
}

function tellDuplicates(world: ContactsWorld, app: AppRecord, channel: string, contacts: readonly ContactRecord[]): void {
  const contactIds = contacts.map((contact) => contact.id);
  const payload = { duplicated_identities: [{ channel, contact_ids: contactIds }] };
  world.publish({ trigger: 'CONTACT_IDENTITIES_DUPLICATION', appId: app.id, lane: contactIds[0] ?? '', payload });
}
