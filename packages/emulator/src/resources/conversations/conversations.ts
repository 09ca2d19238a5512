import type { Conversation, CreateConversationRequest } from '@convapi/core';
import { applyUpdate, invalidField, mergePatch, notFound, type Operation, Refusal, toPage } from '../../operations/index.ts';
import { requireApp } from '../apps/index.ts';
import { requireContact } from '../contacts/index.ts';
import { isHere } from '../regions/index.ts';
import type { ConversationRecord } from './conversation-store.ts';
import type { ConversationsWorld } from './conversations-world.ts';
import { startConversation, tellConversation } from './start-conversation.ts';

/** What an update may change, and what the fields are cleared to. */
const DEFAULTS = { active_channel: 'CHANNEL_UNSPECIFIED', metadata: '', metadata_json: {}, correlation_id: '', active: false } as const;

export const createConversation: Operation<ConversationsWorld> = (world, { body }) => {
  const request = body as CreateConversationRequest;
  const app = requireApp(world, request.app_id);
  if (app.processing_mode === 'DISPATCH') throw invalidField('app_id', 'is in DISPATCH mode, which has no conversations');
  requireContact(world, request.contact_id);
  if (request.active !== false && world.store.conversations.active(request.app_id, request.contact_id)) {
    throw new Refusal('FAILED_PRECONDITION', 'This app and contact have an active conversation already. Stop it first, or use it.');
  }
  return startConversation(world, request);
};

export const getConversation: Operation<ConversationsWorld> = (world, { params }) =>
  requireConversation(world, params.conversation_id ?? '');

export const listConversations: Operation<ConversationsWorld> = (world, { query }) => {
  const { app_id: appId, contact_id: contactId, only_active: onlyActive, active_channel: channel } = query;
  const { conversations } = world.store;
  const found = contactId !== undefined ? conversations.ofContact(String(contactId)) : conversations.ofApp(String(appId));
  const matching = found.filter(
    (one) =>
      isHere(world, one.app_id) &&
      (appId === undefined || one.app_id === appId) &&
      // False asks for those that are not active.
      (onlyActive === undefined || one.active === onlyActive) &&
      (channel === undefined || one.active_channel === channel),
  );
  const page = toPage(matching, (one) => one.id, 'descending', { size: query.page_size, token: query.page_token });
  return { conversations: page.items, next_page_token: page.next, total_size: matching.length };
};

export const listRecentConversations: Operation<ConversationsWorld> = (world, { query }) => {
  const { store } = world;
  requireApp(world, String(query.app_id));
  // The service was seen to give none to who says no size, whatever its document says of a default.
  const isAsked = query.page_size !== undefined;
  const matching = store.conversations
    .ofApp(String(query.app_id))
    .filter((one) => query.only_active !== true || one.active)
    .map((conversation) => ({ conversation, last: world.lastMessageOf(conversation.id) }));
  const keyOf = (one: (typeof matching)[number]) => `${String(one.last?.acceptedMs ?? 0).padStart(16, '0')} ${one.conversation.id}`;
  const order = query.order === 'ASC' ? 'ascending' : 'descending';
  const page = toPage(isAsked ? matching : [], keyOf, order, { size: query.page_size, token: query.page_token });
  return {
    conversations: page.items.map(({ conversation, last }) => ({ conversation, ...(last ? { last_message: last.wire } : {}) })),
    next_page_token: page.next,
    total_size: matching.length,
  };
};

export const updateConversation: Operation<ConversationsWorld> = (world, { params, query, body }) => {
  const conversation = requireConversation(world, params.conversation_id ?? '');
  const request = body as Conversation;
  const updated = applyUpdate(conversation, request, DEFAULTS, query.update_mask);
  if (query.metadata_update_strategy === 'MERGE_PATCH' && request.metadata_json && updated.metadata_json === request.metadata_json) {
    updated.metadata_json = mergePatch(conversation.metadata_json ?? {}, request.metadata_json);
  }
  checkRevival(world, conversation, updated);
  world.store.conversations.put(updated);
  if (conversation.active && !updated.active) tellConversation(world, 'CONVERSATION_STOP', updated);
  return updated;
};

/** Messages and events of the conversation go with it. */
export const deleteConversation: Operation<ConversationsWorld> = (world, { params }) => {
  const conversation = requireConversation(world, params.conversation_id ?? '');
  world.topics.conversationDeleted.publish(conversation);
  world.store.conversations.delete(conversation.id);
  tellConversation(world, 'CONVERSATION_DELETE', conversation);
  return {};
};

/** The next message starts a new conversation. */
export const stopConversation: Operation<ConversationsWorld> = (world, { params }) => {
  const conversation = requireConversation(world, params.conversation_id ?? '');
  if (!conversation.active) return {};
  const stopped = { ...conversation, active: false };
  world.store.conversations.put(stopped);
  tellConversation(world, 'CONVERSATION_STOP', stopped);
  return {};
};

/** That a stopped conversation may go on is unconfirmed; there can be one active one only, in any case. */
function checkRevival(
  { store }: ConversationsWorld,
  { active: was, app_id: appId, contact_id: contactId }: ConversationRecord,
  { active }: ConversationRecord,
): void {
  if (was || !active || !store.conversations.active(appId, contactId)) return;
  throw new Refusal('FAILED_PRECONDITION', 'This app and contact have another active conversation. Stop it first, or use it.');
}

/** @throws {@link Refusal} 404 when there is none of that id */
export function requireConversation(world: ConversationsWorld, id: string): ConversationRecord {
  const conversation = world.store.conversations.get(id);
  if (!conversation || !isHere(world, conversation.app_id)) throw notFound('Conversation', id);
  return conversation;
}
