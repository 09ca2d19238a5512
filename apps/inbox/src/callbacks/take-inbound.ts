import { createHash, randomUUID } from 'node:crypto';
import type { WebhookEvents } from '@convapi/core';
import { toText, toWire, type Wire } from '../content/wire.ts';
import { findConversation } from '../store/find-conversation.ts';
import { addMessage } from '../store/messages.ts';
import type { CallbackContext } from './callback-context.ts';
import { toDate, toSender } from './to-sender.ts';

/** Keeps a message from a contact; false when it was kept before. */
export function takeInbound(context: CallbackContext, event: WebhookEvents['MESSAGE_INBOUND']): Promise<boolean> {
  const message = toWire(event.message);
  const at = toDate(context.now(), message.accept_time, event.accepted_time);
  return keep(context, message, toWire(message.contact_message), at);
}

/** Keeps a reaction to a message, which may be the whole answer of a contact; other events are not kept. */
export async function takeEvent(context: CallbackContext, event: WebhookEvents['EVENT_INBOUND']): Promise<boolean> {
  const payload = toWire(event.event);
  const reaction_event = toWire(toWire(payload.contact_message_event).reaction_event);
  if (Object.keys(reaction_event).length === 0) return false;
  const at = toDate(context.now(), payload.accept_time, event.accepted_time);
  return keep(context, payload, { reaction_event, reply_to: { message_id: toText(reaction_event.message_id) } }, at);
}

/** Keeps what the service could not map, so that nobody waits for an answer to something that was never shown. */
export function takeUnsupported(context: CallbackContext, event: WebhookEvents['UNSUPPORTED']): Promise<boolean> {
  const callback = toWire(event.unsupported_callback);
  const at = toDate(context.now(), event.event_time, event.accepted_time);
  return keep(context, callback, { unsupported_message: { payload: toText(callback.payload) } }, at);
}

async function keep({ db, hub }: CallbackContext, payload: Wire, content: Wire, at: Date): Promise<boolean> {
  const sender = toSender(payload);
  const conversationId = await findConversation(db, sender, at);
  const wireId = toText(payload.id) || hashOf(payload);
  const { channel } = sender;
  const added = await addMessage(db, { id: randomUUID(), wireId, conversationId, direction: 'in', channel, content, at });
  if (added) hub.publish({ conversationId });
  return added;
}

/** Stands in for an id that is missing: the same callback must still be kept once. */
function hashOf(payload: Wire): string {
  return createHash('sha256').update(JSON.stringify(payload)).digest('hex');
}
