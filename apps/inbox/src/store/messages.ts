import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Direction } from '../api/contract.ts';
import type { Database } from '../database/database.ts';
import { conversations, messages } from '../database/schema.ts';
import { toWords } from './to-words.ts';

/** Where an own send stands until the service has an id for it: under way, surely not sent, or perhaps sent. */
export type SendState = 'sending' | 'unsent' | 'unsure';

/** A message as it is kept. */
export type StoredMessage = typeof messages.$inferSelect;

/** A message to keep. */
export interface NewMessage {
  id: string;
  wireId?: string | null;
  conversationId: string;
  direction: Direction;
  channel?: string;
  content: object;
  at: Date;
  sendState?: SendState;
  authorId?: string | null;
  /** The service's id of the message that this one is a reaction to. */
  reactsTo?: string;
}

/**
 * Waits for its turn with a conversation, until the end of the transaction. With it, entries get their numbers in the order in
 * which they become visible, so that "read up to here" leaves none out. False when it is not there.
 */
export async function lockConversation(tx: Database, id: string): Promise<boolean> {
  const found = await tx.select({ id: conversations.id }).from(conversations).where(eq(conversations.id, id)).for('no key update');
  return found.length > 0;
}

/** Keeps an entry once, in a conversation that is locked; false when it was there already. */
export async function addMessage(tx: Database, message: NewMessage): Promise<boolean> {
  const {
    id,
    wireId = null,
    conversationId,
    direction,
    channel = '',
    content,
    at,
    sendState = null,
    authorId = null,
    reactsTo = null,
  } = message;
  const [added] = await tx
    .insert(messages)
    .values({
      id,
      wire_id: wireId,
      conversation_id: conversationId,
      direction,
      channel,
      content: JSON.stringify(content),
      at,
      send_state: sendState,
      author_id: authorId,
      reacts_to: reactsTo,
      words: direction === 'event' ? '' : toWords(content),
    })
    .onConflictDoNothing()
    .returning({ seq: messages.seq });
  if (!added) return false;
  await noteNewest(tx, conversationId, direction, at, added.seq);
  return true;
}

/** A message of the contact opens the conversation again; events move nothing to the top of the list. */
async function noteNewest(tx: Database, conversationId: string, direction: Direction, at: Date, seq: number): Promise<void> {
  await tx
    .update(conversations)
    .set({
      listed: true,
      ...(direction === 'event' ? {} : { last_at: sql`greatest(${conversations.last_at}, ${at.toISOString()}::timestamptz)` }),
      ...(direction === 'in' ? { state: 'open', last_in_seq: sql`greatest(${conversations.last_in_seq}, ${seq}::int)` } : {}),
    })
    .where(eq(conversations.id, conversationId));
}

/** Joins an own send with the id that the service gave it; false when there is no such send. */
export async function confirmMessage(tx: Database, id: string, wireId: string, channel = ''): Promise<boolean> {
  const [own] = await tx.select({ wire_id: messages.wire_id }).from(messages).where(eq(messages.id, id)).for('update');
  if (!own || (own.wire_id !== null && own.wire_id !== wireId)) return false;
  // A callback without metadata may have brought the same message before the answer to the send did.
  if (own.wire_id === null) {
    await tx.delete(messages).where(and(eq(messages.wire_id, wireId), ne(messages.id, id), eq(messages.direction, 'out')));
  }
  await tx
    .update(messages)
    .set({ wire_id: wireId, send_state: null, send_error: null, ...(channel === '' ? {} : { channel }) })
    .where(eq(messages.id, id));
  return true;
}

/** Notes how far an own send got, unless the service has taken it in the meantime. */
export async function setSendState(tx: Database, id: string, state: SendState, error: string | null): Promise<void> {
  await tx
    .update(messages)
    .set({ send_state: state, send_error: error })
    .where(and(eq(messages.id, id), isNull(messages.wire_id)));
}

/** Newest first, older than `before` when given. */
export async function listMessages(db: Database, conversationId: string, limit: number, before?: string): Promise<StoredMessage[]> {
  return db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversation_id, conversationId),
        before === undefined
          ? undefined
          : sql`(${messages.at}, ${messages.seq}) < (SELECT b.at, b.seq FROM messages b WHERE b.id = ${before} AND b.conversation_id = ${conversationId})`,
      ),
    )
    .orderBy(desc(messages.at), desc(messages.seq))
    .limit(limit);
}

/** One message by our id. */
export async function getMessage(db: Database, id: string): Promise<StoredMessage | undefined> {
  return (await db.select().from(messages).where(eq(messages.id, id)))[0];
}

/** Messages by the service's ids. */
export async function messagesByWireId(db: Database, wireIds: readonly string[]): Promise<Map<string, StoredMessage>> {
  if (wireIds.length === 0) return new Map();
  const found = await db
    .select()
    .from(messages)
    .where(inArray(messages.wire_id, [...wireIds]));
  return new Map(found.map((message) => [message.wire_id ?? '', message]));
}
