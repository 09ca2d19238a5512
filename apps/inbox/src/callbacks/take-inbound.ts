import { createHash, randomUUID } from 'node:crypto';
import type { WebhookEvents } from '@convapi/core';
import { eq } from 'drizzle-orm';
import { toText, toWire, type Wire } from '../content/wire.ts';
import { messages } from '../database/schema.ts';
import { publish } from '../live/live-hub.ts';
import { findConversation } from '../store/find-conversation.ts';
import { addMessage } from '../store/messages.ts';
import { nameOf } from '../store/read-views.ts';
import { toWords } from '../store/to-words.ts';
import type { CallbackContext } from './callback-context.ts';
import { toDate, toSender } from './to-sender.ts';

/** Keeps a message from a contact; false when it was kept before. */
export function takeInbound(context: CallbackContext, event: WebhookEvents['MESSAGE_INBOUND']): Promise<boolean> {
  const message = toWire(event.message);
  const at = toDate(context.now(), message.accept_time, event.accepted_time);
  return keep(context, message, toWire(message.contact_message), at);
}

/** Puts a message without personal data in the place of the one that had them, whichever comes first. */
export async function takeRedaction(
  context: CallbackContext,
  event: WebhookEvents['MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION'],
): Promise<boolean> {
  const { tx } = context;
  const message = toWire(event.message_redaction);
  const content = toWire(message.contact_message);
  const wireId = toText(message.id);
  if (wireId === '') return false;
  const added = await keep(context, message, content, toDate(context.now(), message.accept_time, event.accepted_time));
  const [redacted] = await tx
    .update(messages)
    .set({ content: JSON.stringify(content), words: toWords(content), redacted: true })
    .where(eq(messages.wire_id, wireId))
    .returning({ conversationId: messages.conversation_id });
  if (redacted) await publish(tx, 'conversation', redacted);
  return added || redacted !== undefined;
}

/** Keeps reactions and comments, which may be the whole answer of a contact, and tells who types; other events are not kept. */
export async function takeEvent(context: CallbackContext, event: WebhookEvents['EVENT_INBOUND']): Promise<boolean> {
  const payload = toWire(event.event);
  const at = toDate(context.now(), payload.accept_time, event.accepted_time);
  const { composing_event: composing, comment_event: comment } = toWire(payload.contact_event);
  if (composing !== undefined) return tellTyping(context, payload);
  if (comment !== undefined) return keep(context, payload, { comment_event: toWire(comment) }, at);
  const reaction_event = toWire(toWire(payload.contact_message_event).reaction_event);
  const reactsTo = toText(reaction_event.message_id);
  if (Object.keys(reaction_event).length === 0) return false;
  return keep(context, payload, { reaction_event, reply_to: { message_id: reactsTo } }, at, reactsTo);
}

/** Keeps what the service could not map, so that nobody waits for an answer to something that was never shown. */
export function takeUnsupported(context: CallbackContext, event: WebhookEvents['UNSUPPORTED']): Promise<boolean> {
  const callback = toWire(event.unsupported_callback);
  const at = toDate(context.now(), event.event_time, event.accepted_time);
  return keep(context, callback, { unsupported_message: { payload: toText(callback.payload) } }, at);
}

async function keep({ tx }: CallbackContext, payload: Wire, content: Wire, at: Date, reactsTo?: string): Promise<boolean> {
  const sender = toSender(payload);
  const conversationId = await findConversation(tx, sender, at);
  const wireId = toText(payload.id) || hashOf(payload);
  const { channel } = sender;
  const reaction = reactsTo === undefined ? {} : { reactsTo };
  const added = await addMessage(tx, { id: randomUUID(), wireId, conversationId, direction: 'in', channel, content, at, ...reaction });
  if (added) await publish(tx, 'conversation', { conversationId });
  return added;
}

async function tellTyping({ tx }: CallbackContext, payload: Wire): Promise<boolean> {
  const conversationId = await findConversation(tx, toSender(payload), null);
  await publish(tx, 'typing', { conversationId, agentId: null, name: await nameOf(tx, conversationId) });
  return false;
}

/** Stands in for an id that is missing: the same callback must still be kept once. */
function hashOf(payload: Wire): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex');
}
