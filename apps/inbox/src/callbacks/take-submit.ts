import { randomUUID } from 'node:crypto';
import type { WebhookEvents } from '@convapi/core';
import { eq } from 'drizzle-orm';
import { toText, toWire, type Wire } from '../content/wire.ts';
import { sends } from '../database/schema.ts';
import { publish } from '../live/live-hub.ts';
import { fromMessageMetadata } from '../sending/message-metadata.ts';
import { findConversation, linkContact } from '../store/find-conversation.ts';
import { addMessage, confirmMessage, getMessage } from '../store/messages.ts';
import type { CallbackContext } from './callback-context.ts';
import { toDate, toSender } from './to-sender.ts';

/** Keeps a message to a contact, whoever sent it; own sends are joined with what is there already. */
export async function takeSubmit(context: CallbackContext, event: WebhookEvents['MESSAGE_SUBMIT']): Promise<boolean> {
  const notification = toWire(event.message_submit_notification);
  const wireId = toText(notification.message_id);
  if (wireId === '') return false;
  if (await joinOwnSend(context, notification, wireId)) return true;
  const { tx, now } = context;
  const sender = toSender(notification);
  const at = toDate(now(), event.event_time, event.accepted_time);
  const conversationId = await findConversation(tx, sender, null);
  const content = toWire(notification.submitted_message);
  const added = await addMessage(tx, { id: randomUUID(), wireId, conversationId, direction: 'out', channel: sender.channel, content, at });
  if (added) await publish(tx, 'conversation', { conversationId });
  return added;
}

/** The callback can come before the answer to the send, so the message is found by the metadata that it was sent with. */
export async function joinOwnSend({ tx }: CallbackContext, payload: Wire, wireId: string): Promise<boolean> {
  const id = fromMessageMetadata(toText(payload.metadata));
  if (id === undefined) return false;
  const { contactId, channel } = toSender(payload);
  if (!(await confirmMessage(tx, id, wireId, channel))) return false;
  await tx.update(sends).set({ state: 'sent', wire_id: wireId, reason: null, leased_until: null }).where(eq(sends.message_id, id));
  const message = await getMessage(tx, id);
  if (!message) return false;
  // Of a conversation that was begun here, the service tells now who it is with.
  if (contactId !== '') await linkContact(tx, contactId, message.conversation_id);
  await publish(tx, 'conversation', { conversationId: message.conversation_id });
  return true;
}
