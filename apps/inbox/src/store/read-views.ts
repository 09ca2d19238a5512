import { toContent, toPreview } from '../content/to-content.ts';
import { type Delivery, toDelivery } from '../content/to-delivery.ts';
import { parseWire, toText, toWire, type Wire } from '../content/wire.ts';
import type { Database } from '../database/database.ts';
import type { ConversationView, MessageView } from '../views.ts';
import { addressesOf, type ListedConversation, listConversations, type ReplyAddress } from './conversations.ts';
import { reportsByWireId } from './delivery-reports.ts';
import { contentsByWireId, listMessages, type StoredMessage } from './messages.ts';
import { toShownIdentity } from './to-identity-key.ts';

/** Messages of a conversation, oldest first. */
export async function readThread(db: Database, conversationId: string, limit: number, before?: string): Promise<MessageView[]> {
  return toMessageViews(db, (await listMessages(db, conversationId, limit, before)).reverse());
}

/** Stored messages with all that is known about them. */
export async function toMessageViews(db: Database, messages: readonly StoredMessage[]): Promise<MessageView[]> {
  const parsed = messages.map((message) => ({ message, wire: parseWire(message.content) }));
  const contents = await contentsByWireId(db, [...new Set(parsed.flatMap(({ wire }) => referencesOf(wire)))]);
  const reports = await reportsByWireId(
    db,
    messages.flatMap(({ wire_id: id }) => id ?? []),
  );
  const lookup = (id: string) => {
    const found = contents.get(id);
    return found === undefined ? undefined : parseWire(found);
  };
  return parsed.map(({ message, wire }) => {
    const delivery = toDelivery(reports.get(message.wire_id ?? '') ?? []);
    const quoted = lookup(toText(toWire(wire.reply_to).message_id));
    return {
      id: message.id,
      conversationId: message.conversation_id,
      direction: message.direction,
      channel: delivery.channel || message.channel,
      at: message.at.toISOString(),
      content: toContent(wire, lookup),
      replyTo: quoted === undefined ? '' : toPreview(toContent(quoted, () => undefined)),
      ...toStatus(message, delivery),
      ...(message.resent ? { resent: true as const } : {}),
      switches: delivery.switches,
    };
  });
}

/** Conversations with their last message, newest first. */
export async function readConversations(db: Database, limit: number): Promise<ConversationView[]> {
  return toConversationViews(db, await listConversations(db, limit));
}

/** One conversation, however far down the list it stands; undefined when it is not there or has no message. */
export async function readConversation(db: Database, id: string): Promise<ConversationView | undefined> {
  return (await toConversationViews(db, await listConversations(db, 1, id)))[0];
}

async function toConversationViews(db: Database, listed: readonly ListedConversation[]): Promise<ConversationView[]> {
  const lasts = await toMessageViews(db, listed);
  const addresses = await addressesOf(
    db,
    listed.map(({ conversation_id: id }) => id),
  );
  return listed.flatMap((conversation, index) => {
    const last = lasts[index];
    return last ? [toConversationView(conversation, last, addresses.get(conversation.conversation_id) ?? [])] : [];
  });
}

function toConversationView(conversation: ListedConversation, last: MessageView, addresses: ReplyAddress[]): ConversationView {
  const { direction, status, at } = last;
  const shown = addresses.map(({ channel, identity }) => ({ channel, identity: toShownIdentity(channel, identity) }));
  const channelIdentity = shown[0]?.identity ?? '';
  return {
    id: conversation.conversation_id,
    name: conversation.name || channelIdentity || 'Unknown sender',
    channel: shown[0]?.channel ?? last.channel,
    channelIdentity,
    addresses: shown,
    unread: conversation.unread,
    last: { preview: toPreview(last.content).slice(0, 200), direction, status, at },
  };
}

function referencesOf(wire: Wire): string[] {
  const ids = [toWire(wire.choice_response_message).message_id, toWire(wire.reply_to).message_id];
  return ids.map(toText).filter((id) => id !== '');
}

function toStatus(message: StoredMessage, delivery: Delivery): Pick<MessageView, 'status' | 'reason'> {
  if (message.direction === 'in') return { status: 'received' };
  const { send_state: state, send_error: error } = message;
  if (state !== null) return { status: state, ...(error === null ? {} : { reason: { code: '', text: error, detail: '' } }) };
  return { status: STATUSES[delivery.status], ...(delivery.reason ? { reason: delivery.reason } : {}) };
}

const STATUSES = {
  '': 'accepted',
  QUEUED_ON_CHANNEL: 'queued',
  DELIVERED: 'delivered',
  READ: 'read',
  FAILED: 'failed',
} as const satisfies Record<Delivery['status'], MessageView['status']>;
