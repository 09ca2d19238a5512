import type { WebhookEvents } from '@convapi/core';
import { toText, toWire, toWires } from '../content/wire.ts';
import { setName } from '../store/conversations.ts';
import { findConversation } from '../store/find-conversation.ts';
import { mergeConversations } from '../store/merge-conversations.ts';
import type { CallbackContext } from './callback-context.ts';
import { toSender } from './to-sender.ts';

/** The service's name for contacts without one. */
const NAMELESS = 'Unknown';

/** Keeps the name of a contact that was made or changed. */
export async function takeContact({ db, hub }: CallbackContext, contactValue: unknown): Promise<boolean> {
  const contact = toWire(contactValue);
  const name = toText(contact.display_name);
  const contactId = toText(contact.id);
  if (contactId === '') return false;
  const [identity = {}] = toWires(contact.channel_identities);
  const sender = toSender({ contact_id: contactId, channel_identity: identity });
  const conversationId = await findConversation(db, sender, null);
  await setName(db, conversationId, name === NAMELESS ? '' : name);
  hub.publish({ conversationId });
  return true;
}

/** Brings two conversations together when their contacts become one. */
export async function takeMerge({ db, hub }: CallbackContext, event: WebhookEvents['CONTACT_MERGE']): Promise<boolean> {
  const { preserved_contact: preserved, deleted_contact: deleted } = toWire(event.contact_merge_notification);
  const ids = [toText(toWire(preserved).id), toText(toWire(deleted).id)] as const;
  if (ids[0] === '' || ids[1] === '') return false;
  const conversationId = await mergeConversations(db, ...ids);
  if (conversationId === undefined) return false;
  hub.publish({ conversationId });
  return true;
}
