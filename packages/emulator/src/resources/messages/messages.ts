import type { ListLastMessagesByChannelIdentityRequest, UpdateMessageRequest } from '@convapi/core';
import { invalidField, notFound, type Operation, timeKey, toPage } from '../../operations/index.ts';
import { isKept } from '../apps/index.ts';
import { normalizeIdentity } from '../channels/index.ts';
import { isHere } from '../regions/index.ts';
import type { KeptMessages } from './kept-messages.ts';
import type { MessageRecord } from './message-record.ts';

export const getMessage: Operation<KeptMessages> = (world, { params, query }) =>
  requireMessage(world, params.message_id ?? '', query.messages_source).wire;

export const updateMessage: Operation<KeptMessages> = (world, { params, query, body }) => {
  const record = requireMessage(world, params.message_id ?? '', query.messages_source);
  const { metadata } = body as UpdateMessageRequest;
  if (metadata.length > 1024) throw invalidField('metadata', 'is longer than 1024 characters');
  const wire = { ...record.wire, metadata };
  world.store.messages.put({ ...record, wire });
  return wire;
};

export const deleteMessage: Operation<KeptMessages> = (world, { params, query }) => {
  world.store.messages.delete(requireMessage(world, params.message_id ?? '', query.messages_source).id);
  return {};
};

/** Newest first. */
export const listMessages: Operation<KeptMessages> = (world, { query }) => {
  const source = query.messages_source ?? 'CONVERSATION_SOURCE';
  if (source === 'DISPATCH_SOURCE') {
    for (const field of ['conversation_id', 'contact_id']) {
      if (query[field] !== undefined) throw invalidField(field, 'does not exist in DISPATCH_SOURCE');
    }
  }
  checkTimes(query);
  const matches = toFilter(query);
  const found = [...candidates(world, query)].filter((record) => record.source === source && isVisible(world, record) && matches(record));
  return toAnswer(found, query);
};

/** The newest message of each address or contact. */
export const listLastMessages: Operation<KeptMessages> = (world, { body }) => {
  const request = body as ListLastMessagesByChannelIdentityRequest;
  const source = request.messages_source ?? 'CONVERSATION_SOURCE';
  if (request.contact_ids && source === 'DISPATCH_SOURCE') throw invalidField('contact_ids', 'works with CONVERSATION_SOURCE only');
  checkTimes(request);
  const matches = toFilter({ ...request });
  const last = new Map<string, MessageRecord>();
  for (const record of world.store.messages.all()) {
    const key = request.contact_ids ? record.wire.contact_id : (record.wire.channel_identity?.identity ?? '');
    if (record.source !== source || !isVisible(world, record) || !matches(record) || key === undefined || !isWanted(request, key)) continue;
    const known = last.get(key);
    if (!known || sortKey(known) < sortKey(record)) last.set(key, record);
  }
  return toAnswer([...last.values()], { ...request });
};

function isWanted(
  { channel_identities: identities, contact_ids: contactIds }: ListLastMessagesByChannelIdentityRequest,
  key: string,
): boolean {
  if (contactIds) return contactIds.includes(key);
  return !identities || identities.some((identity) => isSameAddress(identity, key));
}

function requireMessage(world: KeptMessages, id: string, source: unknown): MessageRecord {
  const record = world.store.messages.get(id);
  if (!record || record.source !== (source ?? 'CONVERSATION_SOURCE') || !isVisible(world, record)) throw notFound('Message', id);
  return record;
}

function isVisible(world: KeptMessages, record: MessageRecord): boolean {
  return isHere(world, record.appId) && isKept(world, record);
}

function candidates(world: KeptMessages, query: Record<string, unknown>): Iterable<MessageRecord> {
  const { messages } = world.store;
  if (query.conversation_id !== undefined) return messages.ofConversation(String(query.conversation_id));
  return query.contact_id !== undefined ? messages.ofContact(String(query.contact_id)) : messages.all();
}

function toFilter(query: Record<string, unknown>): (record: MessageRecord) => boolean {
  const start = query.start_time === undefined ? undefined : Date.parse(String(query.start_time));
  const end = query.end_time === undefined ? undefined : Date.parse(String(query.end_time));
  const is = (wanted: unknown, value: unknown) => wanted === undefined || wanted === value;
  return ({ appId, acceptedMs, wire }) =>
    is(query.app_id, appId) &&
    is(query.contact_id, wire.contact_id) &&
    is(query.channel, wire.channel_identity?.channel) &&
    is(query.direction, wire.direction) &&
    (query.only_recipient_originated !== true || wire.direction === 'TO_APP') &&
    (query.channel_identity === undefined || isSameAddress(String(query.channel_identity), wire.channel_identity?.identity ?? '')) &&
    (start === undefined || acceptedMs > start) &&
    (end === undefined || acceptedMs < end);
}

/** The channel is not given, so a number with and without plus is the same. */
function isSameAddress(wanted: string, identity: string): boolean {
  return wanted === identity || normalizeIdentity('SMS', wanted) === identity;
}

function checkTimes({ start_time: start, end_time: end }: Record<string, unknown> | ListLastMessagesByChannelIdentityRequest): void {
  if (start === undefined || end === undefined || Date.parse(String(start)) < Date.parse(String(end))) return;
  throw invalidField('start_time', 'must lie before end_time');
}

function sortKey(record: MessageRecord): string {
  return timeKey(record.acceptedMs, record.id);
}

function toAnswer(found: MessageRecord[], query: Record<string, unknown>): object {
  const page = toPage(found, sortKey, 'descending', { size: query.page_size, token: query.page_token });
  const messages = page.items.map(({ wire }) => (query.view === 'WITHOUT_METADATA' ? { ...wire, metadata: '' } : wire));
  return { messages, next_page_token: page.next };
}
