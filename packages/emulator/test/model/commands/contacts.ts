import fc from 'fast-check';
import { expect } from 'vitest';
import { anyAddress, command, someAddresses, spell, spelling, whichever } from '../command.ts';
import { byId, wireContact } from '../compare.ts';
import { describeContact, holdersOf, ownedBy } from '../rules.ts';
import { activeConversation, fresh, type Model, type ModelContact, pick } from '../state.ts';
import { tellAll } from '../tell.ts';
import { walk } from '../walk.ts';

const isPresent = (model: Model) => model.contacts.length > 0;
const text = fc.constantFrom('', 'one', 'two');

const create = command({
  name: 'createContact',
  with: fc.record({ addresses: someAddresses, how: spelling, name: text, email: text, external: text }),
  async run(model, real, { addresses, how, name, email, external }) {
    const owned = ownedBy(model.apps[0], addresses);
    const { id } = await real.done('POST', '/contacts', {
      channel_identities: owned.map(({ channel, identity, appId }) => ({
        channel,
        identity: spell(identity, channel === 'TELEGRAM' ? 'plain' : how),
        app_id: appId,
      })),
      display_name: name,
      email,
      external_id: external,
      language: 'UNSPECIFIED',
    });
    const contact: ModelContact = {
      id: fresh(model, id),
      addresses: owned,
      priority: [],
      name: name || 'Unknown',
      email,
      externalId: external,
      metadata: '',
    };
    model.contacts.push(contact);
    tellAll(model, 'CONTACT_CREATE', describeContact(contact));
  },
});

const update = command({
  name: 'updateContact',
  with: fc.record({
    contact: whichever,
    name: text,
    metadata: text,
    addresses: fc.option(someAddresses, { nil: undefined }),
    masked: fc.boolean(),
  }),
  when: isPresent,
  async run(model, real, { contact: number, name, metadata, addresses, masked }) {
    const contact = pick(model.contacts, number);
    const path = `/contacts/${contact.id}`;
    const owned = addresses && ownedBy(model.apps[0], addresses);
    const channel_identities = owned?.map(({ channel, identity, appId }) => ({ channel, identity, app_id: appId }));
    // With a mask only the named field changes, and one that the body lacks is cleared.
    const answer = masked
      ? await real.done('PATCH', `${path}?update_mask=metadata,email`, { display_name: 'never', metadata })
      : await real.done('PATCH', path, { display_name: name, metadata, ...(channel_identities ? { channel_identities } : {}) });
    contact.metadata = metadata;
    if (masked) contact.email = '';
    else {
      contact.name = name || 'Unknown';
      if (owned) contact.addresses = owned;
    }
    expect(answer).toEqual(wireContact(contact));
    tellAll(model, 'CONTACT_UPDATE', describeContact(contact));
  },
});

const remove = command({
  name: 'deleteContact',
  with: whichever,
  when: isPresent,
  async run(model, real, number) {
    const contact = pick(model.contacts, number);
    await real.done('DELETE', `/contacts/${contact.id}`);
    const belongs = ({ contactId }: { contactId: string }) => contactId === contact.id;
    model.contacts = model.contacts.filter((one) => one !== contact);
    model.gone.contacts.push(contact.id);
    model.gone.conversations.push(...model.conversations.filter(belongs).map(({ id }) => id));
    model.gone.messages.push(...model.messages.filter(belongs).map(({ id }) => id));
    model.conversations = model.conversations.filter((one) => !belongs(one));
    model.messages = model.messages.filter((one) => !belongs(one));
    model.unread = model.unread.filter((one) => !belongs(one));
    tellAll(model, 'CONTACT_DELETE', describeContact(contact));
    await real.refused(404, 'GET', `/contacts/${contact.id}`);
  },
});

const merge = command({
  name: 'mergeContacts',
  with: fc.record({ destination: whichever, source: whichever }),
  when: isPresent,
  async run(model, real, given) {
    const [destination, source] = [pick(model.contacts, given.destination), pick(model.contacts, given.source)];
    const path = `/contacts/${destination.id}:merge`;
    const request = { source_id: source.id, strategy: 'MERGE' };
    if (destination === source) {
      await real.refused(400, 'POST', path, request);
      return;
    }
    const answer = await real.done('POST', path, request);
    mergeInModel(model, destination, source);
    expect(answer).toEqual(wireContact(destination));
    tellAll(model, 'CONTACT_MERGE', { ...describeContact(destination), source: source.id });
    await real.refused(404, 'GET', `/contacts/${source.id}`);
  },
});

function mergeInModel(model: Model, destination: ModelContact, source: ModelContact): void {
  for (const conversation of model.conversations.filter(({ contactId }) => contactId === source.id)) {
    const active = conversation.active ? activeConversation(model, conversation.appId, destination.id) : undefined;
    if (active) {
      model.conversations = model.conversations.filter((one) => one !== conversation);
      model.gone.conversations.push(conversation.id);
      for (const one of model.messages) if (one.conversationId === conversation.id) one.conversationId = active.id;
    } else conversation.contactId = destination.id;
  }
  for (const one of model.messages) if (one.contactId === source.id) one.contactId = destination.id;
  const known = destination.addresses.map(({ channel }) => channel);
  destination.addresses.push(...source.addresses.filter(({ channel }) => !known.includes(channel)));
  if (destination.name === 'Unknown') destination.name = source.name;
  destination.email ||= source.email;
  destination.externalId ||= source.externalId;
  destination.metadata ||= source.metadata;
  model.contacts = model.contacts.filter((one) => one !== source);
  model.gone.contacts.push(source.id);
}

const list = command({
  name: 'listContacts',
  with: fc.record({
    size: fc.integer({ min: 1, max: 4 }),
    external: fc.option(
      text.filter((one) => one !== ''),
      { nil: undefined },
    ),
  }),
  async run(model, real, { size, external }) {
    const query = external === undefined ? '' : `?external_id=${external}`;
    const wanted = byId(model.contacts).filter(({ externalId }) => external === undefined || externalId === external);
    expect(await walk(real, `/contacts${query}`, 'contacts', size)).toEqual(wanted.map(wireContact));
  },
});

const lookUp = command({
  name: 'findContacts',
  with: fc.record({ address: anyAddress, how: spelling }),
  async run(model, real, { address: { channel, identity }, how }) {
    const asked = channel === 'TELEGRAM' || channel === 'MESSENGER' ? identity : spell(identity, how);
    const found = await walk(real, `/contacts?channel=${channel}&identity=${encodeURIComponent(asked)}`, 'contacts', 2);
    expect(found).toEqual(holdersOf(model, '', { channel, identity }).map(wireContact));
  },
});

const conflicts = command({
  name: 'listConflicts',
  with: fc.constant(undefined),
  async run(model, real) {
    const found = await walk(real, '/contacts:identityConflicts', 'conflicts', 2);
    const identities = [...new Set(model.contacts.flatMap(({ addresses }) => addresses.map(({ identity }) => identity)))].sort();
    const holders = (identity: string) =>
      byId(model.contacts.filter(({ addresses }) => addresses.some((one) => one.identity === identity)));
    const wanted = identities.filter((identity) => holders(identity).length > 1);
    expect(found.map(({ identity, contact_ids: ids }) => [identity, [...(ids as string[])].sort()])).toEqual(
      wanted.map((identity) => [identity, holders(identity).map(({ id }) => id)]),
    );
  },
});

const missing = command({
  name: 'useDeletedContact',
  with: whichever,
  when: (model) => model.gone.contacts.length > 0,
  async run(model, real, number) {
    const id = pick(model.gone.contacts, number);
    await real.refused(404, 'GET', `/contacts/${id}`);
    await real.refused(404, 'PATCH', `/contacts/${id}`, { display_name: 'x' });
    await real.refused(404, 'DELETE', `/contacts/${id}`);
  },
});

export const contactCommands = [create, create, update, update, remove, merge, merge, list, lookUp, conflicts, missing];
