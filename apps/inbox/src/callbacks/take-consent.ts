import { randomUUID } from 'node:crypto';
import { toText, toWire } from '../content/wire.ts';
import { publish } from '../live/live-hub.ts';
import { findConversation, setOptedOut } from '../store/find-conversation.ts';
import { addMessage } from '../store/messages.ts';
import type { CallbackContext } from './callback-context.ts';
import { toDate } from './to-sender.ts';

/** Notes that somebody does not, or does again, want to hear from us on a channel. */
export async function takeConsent(
  { tx, now }: CallbackContext,
  notification: unknown,
  succeeded: 'OPT_IN_SUCCEEDED' | 'OPT_OUT_SUCCEEDED',
  eventTime: unknown,
): Promise<boolean> {
  const { status, channel: channelName, contact_id, identity } = toWire(notification);
  const channel = toText(channelName);
  const contactId = toText(contact_id);
  if (toText(status) !== succeeded || channel === '' || (contactId === '' && toText(identity) === '')) return false;
  const sender = { contactId, channel, identity: toText(identity), appScope: '' };
  const conversationId = await findConversation(tx, sender, null);
  const kind = succeeded === 'OPT_OUT_SUCCEEDED' ? 'opted_out' : 'opted_in';
  if (!(await setOptedOut(tx, conversationId, channel, kind === 'opted_out'))) return false;
  const event = { kind, channel };
  await addMessage(tx, { id: randomUUID(), conversationId, direction: 'event', content: { event }, at: toDate(now(), eventTime) });
  await publish(tx, 'conversation', { conversationId });
  return true;
}
