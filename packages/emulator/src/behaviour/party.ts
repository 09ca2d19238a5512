import type { ChannelIdentity, Conversation, ProcessingMode, ProcessingStrategy } from '@convapi/core';
import { isAppScoped, isPhoneChannel, normalizeIdentity } from '@convapi/message-builder/internal/rules';
import { identityKey } from '../store/identity.ts';
import type { AppRecord, ContactRecord, ConversationRecord } from '../store/records.ts';
import { makeContact, saveContact } from './contacts.ts';
import { startConversation } from './conversations.ts';
import { holdersOfNumber, isUnified } from './identity-conflicts.ts';
import { regionOf } from './regions.ts';
import type { World } from './world.ts';

/** The mode in which one message of an app is handled. */
export function modeOf(app: AppRecord, strategy?: ProcessingStrategy): ProcessingMode {
  return strategy === 'DISPATCH_ONLY' || app.processing_mode === 'DISPATCH' ? 'DISPATCH' : 'CONVERSATION';
}

/**
 * The contact behind some addresses, made when nobody has any of them.
 *
 * Addresses that the contact lacks and nobody else has are added, so that the reply to a fallback finds the same contact.
 */
export function contactFor(world: World, app: AppRecord, identities: readonly ChannelIdentity[]): ContactRecord {
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

/** The contact of an id, when the app's region has one. */
export function knownContact(world: World, app: AppRecord, id: string): ContactRecord | undefined {
  const contact = world.store.contacts.get(id);
  return contact && regionOf(world, id) === regionOf(world, app.id) ? contact : undefined;
}

/** Contacts of the app's region that have an address, as far as the app may use it. */
export function holdersOf(world: World, { channel, identity }: ChannelIdentity, appId: string): ContactRecord[] {
  const region = regionOf(world, appId);
  return world.store.contacts.withIdentity(channel, identity, appId).filter((contact) => regionOf(world, contact.id) === region);
}

function addIdentities(world: World, app: AppRecord, contact: ContactRecord, missing: ChannelIdentity[]): ContactRecord {
  const known = new Set(contact.channel_identities.map((one) => one.channel));
  const added = missing.filter((one) => !known.has(one.channel));
  if (added.length === 0) return contact;
  const updated = saveContact(world, { ...contact, channel_identities: [...contact.channel_identities, ...added] });
  world.publish({ trigger: 'CONTACT_UPDATE', appId: app.id, lane: updated.id, payload: { contact: updated } });
  return updated;
}

/** The active conversation of an app and a contact, started when there is none, with `changes` applied. */
export function conversationFor(world: World, app: AppRecord, contact: ContactRecord, changes: Conversation): ConversationRecord {
  const active = world.store.conversations.active(app.id, contact.id);
  if (!active) return startConversation(world, { ...changes, app_id: app.id, contact_id: contact.id });
  const updated = { ...active, ...changes };
  world.store.conversations.put(updated);
  return updated;
}

/** What callbacks about one contact have in common, in either mode. */
export function laneOf({ contact }: { contact?: { id: string } }, identity: ChannelIdentity): string {
  return contact?.id ?? normalizeIdentity(identity.channel, identity.identity);
}

/** The address of a contact on a channel, as this app may use it. */
export function identityOn(contact: ContactRecord, channel: string, appId: string): ChannelIdentity | undefined {
  return contact.channel_identities.find((one) => one.channel === channel && (!one.app_id || one.app_id === appId));
}

/** Is it the same address? */
export function isSameIdentity(a: ChannelIdentity, b: ChannelIdentity): boolean {
  return identityKey(a.channel, a.identity) === identityKey(b.channel, b.identity);
}

function tellDuplicates(world: World, app: AppRecord, channel: string, contacts: readonly ContactRecord[]): void {
  const contactIds = contacts.map((contact) => contact.id);
  const payload = { duplicated_identities: [{ channel, contact_ids: contactIds }] };
  world.publish({ trigger: 'CONTACT_IDENTITIES_DUPLICATION', appId: app.id, lane: contactIds[0] ?? '', payload });
}
