import type { Conversation, ConversationChannel, WebhookTrigger } from '@convapi/core';
import type { AppRecord } from '../apps/index.ts';
import type { ContactRecord } from '../contacts/index.ts';
import type { ConversationRecord } from './conversation-store.ts';
import type { ConversationsWorld } from './conversations-world.ts';
import { watchConversation } from './expire-conversation.ts';

const EMPTY = {
  active: true,
  active_channel: 'CHANNEL_UNSPECIFIED',
  last_received: '1970-01-01T00:00:00Z',
  metadata: '',
  metadata_json: {},
  correlation_id: '',
} as const;

/** Makes a conversation and tells the app. */
export function startConversation(
  world: ConversationsWorld,
  given: Conversation & { app_id: string; contact_id: string },
): ConversationRecord {
  const conversation: ConversationRecord = { ...EMPTY, ...given, id: world.newId() };
  world.store.conversations.put(conversation);
  watchConversation(world, conversation);
  tellConversation(world, 'CONVERSATION_START', conversation);
  return conversation;
}

/** Tells the app what became of a conversation. */
export function tellConversation(world: ConversationsWorld, trigger: WebhookTrigger, conversation: ConversationRecord): void {
  const { app_id: appId, contact_id: lane, correlation_id: correlationId } = conversation;
  world.publish({ trigger, appId, lane, payload: { conversation }, correlationId });
}

/** The active conversation of an app and a contact, started when there is none, with `changes` applied. */
export function conversationFor(
  world: ConversationsWorld,
  app: AppRecord,
  contact: ContactRecord,
  changes: Conversation,
): ConversationRecord {
  const active = world.store.conversations.active(app.id, contact.id);
  if (!active) return startConversation(world, { ...changes, app_id: app.id, contact_id: contact.id });
  const updated = { ...active, ...changes };
  world.store.conversations.put(updated);
  return updated;
}

/** The conversation goes on on this channel, if it is still there. */
export function switchChannel({ store }: Pick<ConversationsWorld, 'store'>, id: string, channel: ConversationChannel): void {
  const conversation = store.conversations.get(id);
  if (conversation && conversation.active_channel !== channel) store.conversations.put({ ...conversation, active_channel: channel });
}
