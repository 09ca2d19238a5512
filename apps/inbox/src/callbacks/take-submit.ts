import { randomUUID } from 'node:crypto';
import type { WebhookEvents } from '@convapi/core';
import { toText, toWire, type Wire } from '../content/wire.ts';
import { fromMessageMetadata } from '../sending/message-metadata.ts';
import { findConversation } from '../store/find-conversation.ts';
import { addMessage, confirmMessage, getMessage } from '../store/messages.ts';
import type { CallbackContext } from './callback-context.ts';
import { toDate, toSender } from './to-sender.ts';

/** Keeps a message to a contact, whoever sent it; own sends are joined with what is there already. */
export async function takeSubmit(context: CallbackContext, event: WebhookEvents['MESSAGE_SUBMIT']): Promise<boolean> {
  const notification = toWire(event.message_submit_notification);
  const wireId = toText(notification.message_id);
  if (wireId === '') return false;
  if (await joinOwnSend(context, notification, wireId)) return true;
  const { db, hub } = context;
  const sender = toSender(notification);
  const at = toDate(context.now(), event.event_time, event.accepted_time);
  const conversationId = await findConversation(db, sender, null);
  const content = toWire(notification.submitted_message);
  const added = await addMessage(db, { id: randomUUID(), wireId, conversationId, direction: 'out', channel: sender.channel, content, at });
  if (added) hub.publish({ conversationId });
  return added;
}

/** The callback can come before the answer to the send, so the message is found by the metadata that it was sent with. */
export async function joinOwnSend({ db, hub }: CallbackContext, payload: Wire, wireId: string): Promise<boolean> {
  const id = fromMessageMetadata(toText(payload.metadata));
  if (id === undefined) return false;
  if (!(await confirmMessage(db, id, wireId, toSender(payload).channel))) return false;
  const message = await getMessage(db, id);
  if (message) hub.publish({ conversationId: message.conversation_id });
  return true;
}
