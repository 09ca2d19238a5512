import type { ChannelIdentity, Contact, ContactCreateRequest, Region, WebhookTrigger } from '@convapi/core';
import { addressFault, isAppScoped, normalizeIdentity } from '@convapi/message-builder/internal/rules';
import type { ContactRecord } from '../store/records.ts';
import { applyUpdate } from './apply-update.ts';
import { checkUnified } from './identity-conflicts.ts';
import type { Operation } from './operation.ts';
import { toPage } from './page.ts';
import { invalid, invalidField, notFound } from './refusal.ts';
import { appsIn, calledRegion, isHere, regionOf, settleIn } from './regions.ts';
import type { World } from './world.ts';

const DEFAULTS = {
  channel_identities: [],
  channel_priority: [],
  display_name: 'Unknown',
  email: '',
  external_id: '',
  language: 'UNSPECIFIED',
  metadata: '',
} as const;

export const createContact: Operation = (world, { body }) => addContact(world, body as ContactCreateRequest);

/** Makes a contact as the API does, and tells everybody. */
export function addContact(world: World, request: ContactCreateRequest): ContactRecord {
  checkUnified(world, request);
  const contact = makeContact(world, request, calledRegion(world));
  tellAllApps(world, 'CONTACT_CREATE', contact.id, { contact });
  return contact;
}

export const getContact: Operation = (world, { params }) => requireContact(world, params.contact_id ?? '');

export const listContacts: Operation = (world, { query }) => {
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

export const updateContact: Operation = (world, { params, query, body }) => {
  const contact = requireContact(world, params.contact_id ?? '');
  const changed = applyUpdate(contact, body as Contact, DEFAULTS, query.update_mask);
  checkUnified(world, changed, contact.id);
  const updated = saveContact(world, changed);
  tellAllApps(world, 'CONTACT_UPDATE', updated.id, { contact: updated });
  return updated;
};

export const deleteContact: Operation = (world, { params }) => {
  removeContact(world, params.contact_id ?? '');
  return {};
};

/** Deletes a contact with its conversations, and tells everybody. @throws {@link Refusal} 404 when there is none of that id */
export function removeContact(world: World, id: string): void {
  const { store } = world;
  const contact = requireContact(world, id);
  for (const conversation of store.conversations.ofContact(contact.id)) store.conversations.delete(conversation.id);
  for (const message of store.messages.ofContact(contact.id)) store.messages.delete(message.id);
  for (const event of store.events.ofContact(contact.id)) store.events.delete(event.id);
  store.contacts.delete(contact.id);
  tellAllApps(world, 'CONTACT_DELETE', contact.id, { contact });
  store.homes.delete(contact.id);
}

/** @throws {@link Refusal} 404 when there is none of that id in the region that is called */
export function requireContact(world: World, id: string): ContactRecord {
  const contact = world.store.contacts.get(id);
  if (!contact || !isHere(world, id)) throw notFound('Contact', id);
  return contact;
}

/** Makes and keeps a contact; telling about it is the caller's. */
export function makeContact(world: World, request: Contact, region: Region): ContactRecord {
  const made = saveContact(world, applyUpdate({ id: world.newId() } as ContactRecord, { ...DEFAULTS, ...request }, DEFAULTS, undefined));
  settleIn(world, made.id, region);
  return made;
}

/** Keeps a contact as the service shows it: numbers without plus, and a name in any case. A priority that nobody gave stays empty. */
export function saveContact(world: World, contact: ContactRecord): ContactRecord {
  checkIdentities(contact.channel_identities);
  const identities = contact.channel_identities.map(toStored);
  const saved = {
    ...contact,
    channel_identities: identities,
    channel_priority: contact.channel_priority ?? [],
    display_name: contact.display_name || DEFAULTS.display_name,
  };
  world.store.contacts.put(saved);
  return saved;
}

/** Contacts belong to the project, so every app of their region hears of what the API does to them. @param id of the contact */
export function tellAllApps(world: World, trigger: WebhookTrigger, id: string, payload: object): void {
  for (const app of appsIn(world, regionOf(world, id))) world.publish({ trigger, appId: app.id, payload, lane: id });
}

/** An address as contacts and reports carry it. */
export function toStored({ channel, identity, app_id: appId = '' }: ChannelIdentity): ChannelIdentity {
  return { channel, identity: normalizeIdentity(channel, identity), app_id: isAppScoped(channel) ? appId : '' };
}

function checkIdentities(identities: readonly ChannelIdentity[]): void {
  if (identities.length === 0) throw invalidField('channel_identities', 'needs at least one identity');
  const violations = identities.flatMap((one, index) => checkIdentity(one, `channel_identities[${index}]`));
  if (violations.length > 0) throw invalid(violations);
}

/** What is wrong with an address, in its own words. */
export function checkIdentity({ channel, identity }: ChannelIdentity, field: string): { field: string; description: string }[] {
  if (channel === 'CHANNEL_UNSPECIFIED') return [{ field: `${field}.channel`, description: 'must name a channel' }];
  if (addressFault(channel, identity) === undefined) return [];
  const isEmpty = identity.trim() === '';
  const description = isEmpty ? 'must not be empty' : `must be a phone number on ${channel}, such as 46700000000`;
  return [{ field: `${field}.identity`, description }];
}
