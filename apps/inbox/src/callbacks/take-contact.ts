import { randomUUID } from 'node:crypto';
import type { WebhookEvents } from '@convapi/core';
import { toText, toWire, toWires } from '../content/wire.ts';
import type { Database } from '../database/database.ts';
import { publish } from '../live/live-hub.ts';
import { setName } from '../store/conversations.ts';
import { findConversation, noteIdentity } from '../store/find-conversation.ts';
import { type Merged, mergeContacts } from '../store/merge-conversations.ts';
import { addMessage } from '../store/messages.ts';
import type { CallbackContext } from './callback-context.ts';
import { toSender } from './to-sender.ts';

/** The service's name for contacts without one. */
const NAMELESS = 'Unknown';

/** Keeps the name and the addresses of a contact that was made or changed. */
export async function takeContact({ tx }: CallbackContext, contactValue: unknown): Promise<boolean> {
  const contact = toWire(contactValue);
  const name = toText(contact.display_name);
  const contactId = toText(contact.id);
  if (contactId === '') return false;
  const senders = toWires(contact.channel_identities).map((identity) => toSender({ contact_id: contactId, channel_identity: identity }));
  const [first = toSender({ contact_id: contactId }), ...others] = senders;
  const conversationId = await findConversation(tx, first, null);
  for (const sender of others) if (sender.identity !== '') await noteIdentity(tx, conversationId, sender, null);
  await setName(tx, conversationId, name === NAMELESS ? '' : name);
  await publish(tx, 'conversation', { conversationId });
  return true;
}

/** Brings two conversations together when their contacts become one. */
export async function takeMerge({ tx, now }: CallbackContext, event: WebhookEvents['CONTACT_MERGE']): Promise<boolean> {
  const { preserved_contact: preserved, deleted_contact: deleted } = toWire(event.contact_merge_notification);
  const ids = [toText(toWire(preserved).id), toText(toWire(deleted).id)] as const;
  if (ids[0] === '' || ids[1] === '') return false;
  const merged = await mergeContacts(tx, ...ids);
  if (merged === undefined) return false;
  await noteMerge(tx, merged, new Date(now()), null);
  return true;
}

/** Says in the thread, and to the pages, that two conversations became one. */
export async function noteMerge(
  tx: Database,
  { conversationId, otherId, otherName }: Merged,
  at: Date,
  authorId: string | null,
): Promise<void> {
  if (otherId !== undefined) {
    const event = { kind: 'merged', name: otherName };
    await addMessage(tx, { id: randomUUID(), conversationId, direction: 'event', content: { event }, at, authorId });
    await publish(tx, 'merged', { conversationId, otherId });
  }
  await publish(tx, 'conversation', { conversationId });
}
