import { eq, inArray, sql } from 'drizzle-orm';
import type { ConversationEvent, ConversationView, Direction, MessageStatus, MessageView, WireMessage } from '../api/contract.ts';
import { type Lookup, summarise, tappedOf } from '../content/summarise.ts';
import { type Delivery, toDelivery } from '../content/to-delivery.ts';
import { parseWire, toText, toWire, type Wire } from '../content/wire.ts';
import type { Database } from '../database/database.ts';
import { messages, user } from '../database/schema.ts';
import { addressesOf, getConversation } from './conversations.ts';
import { reportsByWireId, type StoredReport } from './delivery-reports.ts';
import type { ListedConversation } from './list-conversations.ts';
import { listMessages, messagesByWireId, type StoredMessage } from './messages.ts';
import { toShownIdentity } from './to-identity-key.ts';

const MAX_SUMMARY = 200;

/** Messages of a conversation, oldest first. */
export async function readThread(db: Database, conversationId: string, limit: number, before?: string): Promise<MessageView[]> {
  return toMessageViews(db, (await listMessages(db, conversationId, limit, before)).reverse());
}

/** Stored messages with all that is known about them. */
export async function toMessageViews(db: Database, stored: readonly StoredMessage[]): Promise<MessageView[]> {
  const parsed = stored.map((message) => ({ message, wire: parseWire(message.content) }));
  const known = stored.flatMap(({ wire_id: id }) => id ?? []);
  const [quoted, reports, reactions, names] = await Promise.all([
    messagesByWireId(db, [...new Set(parsed.flatMap(({ wire }) => referencesOf(wire)))]),
    reportsByWireId(db, known),
    reactionsTo(db, known),
    namesOf(db, [...new Set(stored.flatMap(({ author_id: id }) => id ?? []))]),
  ]);
  const lookup: Lookup = (id) => {
    const found = quoted.get(id);
    return found && parseWire(found.content);
  };
  return parsed.map(({ message, wire }) => {
    const delivery = toDelivery(reports.get(message.wire_id ?? '') ?? []);
    // a tap answers what was tapped on, also where the channel sends no `reply_to`
    const answered = quoted.get(toText(toWire(wire.reply_to).message_id) || toText(toWire(wire.choice_response_message).message_id));
    const tapped = wire.choice_response_message === undefined ? '' : tappedOf(toWire(wire.choice_response_message), lookup);
    return {
      id: message.id,
      conversationId: message.conversation_id,
      direction: message.direction as Direction,
      channel: delivery.channel || message.channel,
      at: message.at.toISOString(),
      ...toStatus(message, delivery),
      ...toBody(message, wire, lookup),
      ...(tapped === '' ? {} : { tapped }),
      ...(answered ? { replyTo: { messageId: answered.id, summary: summarise(parseWire(answered.content)).slice(0, MAX_SUMMARY) } } : {}),
      reactions: reactions.get(message.wire_id ?? '') ?? [],
      redacted: message.redacted,
      authorId: message.author_id,
      authorName: names.get(message.author_id ?? '') ?? toText(toWire(wire.agent).display_name),
      ...(message.resent_as === null ? {} : { resentAs: message.resent_as }),
      switches: delivery.switches,
    };
  });
}

/** What an entry says, in the form that its kind has. */
function toBody(
  message: StoredMessage,
  wire: Wire,
  lookup: Lookup,
): Pick<MessageView, 'message' | 'note' | 'event' | 'reaction' | 'comment' | 'summary'> {
  if (message.direction === 'note') return { note: toText(wire.note), summary: toText(wire.note).slice(0, MAX_SUMMARY) };
  if (message.direction === 'event') return { event: wire.event as ConversationEvent, summary: '' };
  const summary = summarise(wire, lookup).slice(0, MAX_SUMMARY);
  if (message.reacts_to !== null) return { reaction: summary, summary };
  if (wire.comment_event !== undefined) return { comment: { text: summary, on: toText(toWire(wire.comment_event).commented_on) }, summary };
  return { message: wire as unknown as WireMessage, summary };
}

function toStatus(message: StoredMessage, delivery: Delivery): Pick<MessageView, 'status' | 'reason'> {
  if (message.direction === 'in') return { status: 'received' };
  if (message.direction !== 'out') return { status: 'noted' };
  const { send_state: state, send_error: error } = message;
  if (state !== null)
    return { status: state as MessageStatus, ...(error === null ? {} : { reason: { code: '', text: error, detail: '' } }) };
  return { status: STATUSES[delivery.status], ...(delivery.reason ? { reason: delivery.reason } : {}) };
}

const STATUSES = {
  '': 'accepted',
  QUEUED_ON_CHANNEL: 'queued',
  DELIVERED: 'delivered',
  READ: 'read',
  FAILED: 'failed',
} as const satisfies Record<Delivery['status'], MessageStatus>;

/** Whether a message failed on its channels, by its reports. */
export function hasFailed(reports: readonly StoredReport[]): boolean {
  return toDelivery(reports).status === 'FAILED';
}

/** The latest reaction of the contact to each message, unless it was taken back. */
async function reactionsTo(db: Database, wireIds: readonly string[]): Promise<Map<string, string[]>> {
  if (wireIds.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([messages.reacts_to], { to: messages.reacts_to, content: messages.content })
    .from(messages)
    .where(inArray(messages.reacts_to, [...wireIds]))
    .orderBy(messages.reacts_to, sql`${messages.at} DESC`, sql`${messages.seq} DESC`);
  return new Map(
    rows.flatMap(({ to, content }) => {
      const { action, emoji } = toWire(parseWire(content).reaction_event);
      return toText(action) === 'REACTION_ACTION_UNREACT' || toText(emoji) === '' ? [] : [[to ?? '', [toText(emoji)]] as const];
    }),
  );
}

async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return new Map(found.map(({ id, name }) => [id, name]));
}

function referencesOf(wire: Wire): string[] {
  const ids = [toWire(wire.choice_response_message).message_id, toWire(wire.reply_to).message_id];
  return ids.map(toText).filter((id) => id !== '');
}

/** Conversations of a list, with their last messages and addresses. */
export async function toConversationViews(db: Database, listed: readonly ListedConversation[]): Promise<ConversationView[]> {
  const lastIds = listed.flatMap(({ last_id: id }) => id ?? []);
  const lasts = lastIds.length === 0 ? [] : await db.select().from(messages).where(inArray(messages.id, lastIds));
  const views = new Map((await toMessageViews(db, lasts)).map((view) => [view.id, view]));
  const addresses = await addressesOf(
    db,
    listed.map(({ id }) => id),
  );
  return listed.map((conversation) =>
    toConversationView(conversation, views.get(conversation.last_id ?? ''), addresses.get(conversation.id) ?? []),
  );
}

type Addresses = Awaited<ReturnType<typeof addressesOf>> extends Map<string, infer List> ? List : never;

function toConversationView(conversation: ListedConversation, last: MessageView | undefined, known: Addresses): ConversationView {
  const addresses = known.map(({ channel, identity, wrote_at, opted_out }) => ({
    channel,
    identity: toShownIdentity(channel, identity),
    lastInboundAt: wrote_at?.toISOString() ?? null,
    optedOut: opted_out,
  }));
  const { id, name, state, assignee_id: assigneeId, unread, failed } = conversation;
  // Where they wrote last, unless a message of ours has reached them elsewhere since.
  const channel = last?.channel || addresses[0]?.channel || '';
  const channelIdentity = addresses.find((address) => address.channel === channel)?.identity ?? addresses[0]?.identity ?? '';
  return {
    id,
    name: name || channelIdentity || 'Unknown sender',
    named: name !== '',
    channel,
    channelIdentity,
    addresses,
    state: state as ConversationView['state'],
    assigneeId,
    unread: Number(unread),
    failed: Number(failed),
    last: last ? { summary: last.summary, direction: last.direction, status: last.status, at: last.at } : null,
  };
}

/** The name of a conversation's person, as it is shown. */
export async function nameOf(db: Database, conversationId: string): Promise<string> {
  const conversation = await getConversation(db, conversationId);
  return conversation?.name || (await addressesOf(db, [conversationId])).get(conversationId)?.[0]?.identity || 'Unknown sender';
}

export async function viewOf(db: Database, messageId: string): Promise<MessageView | undefined> {
  const found = await db.select().from(messages).where(eq(messages.id, messageId));
  return (await toMessageViews(db, found))[0];
}
