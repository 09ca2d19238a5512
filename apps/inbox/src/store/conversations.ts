import type { Database } from '../database/database.ts';
import type { StoredMessage } from './messages.ts';

/** A conversation with its last message and how many of the contact's messages nobody has seen. */
export interface ListedConversation extends StoredMessage {
  name: string;
  unread: number;
}

/** Somewhere to reply to. */
export interface ReplyAddress {
  channel: string;
  identity: string;
}

/** Those with messages, the one with the newest first; all of them, or the one with that id. */
export async function listConversations(db: Database, limit: number, id?: string): Promise<ListedConversation[]> {
  const { rows } = await db.query<ListedConversation>(
    `SELECT m.*, c.name,
       (SELECT count(*)::int FROM messages u WHERE u.conversation_id = c.id AND u.direction = 'in' AND u.seq > c.read_seq) AS unread
     FROM conversations c
     JOIN LATERAL (SELECT * FROM messages WHERE conversation_id = c.id ORDER BY at DESC, seq DESC LIMIT 1) m ON true
     WHERE $2::text IS NULL OR c.id = $2
     ORDER BY c.last_at DESC, m.seq DESC LIMIT $1`,
    [limit, id ?? null],
  );
  return rows;
}

export async function hasConversation(db: Database, id: string): Promise<boolean> {
  return (await db.query('SELECT 1 FROM conversations WHERE id = $1', [id])).rows.length > 0;
}

/** Everything that is there now has been seen. */
export async function markRead(db: Database, id: string): Promise<boolean> {
  const { rows } = await db.query(
    `UPDATE conversations c SET read_seq = newest.seq
     FROM (SELECT max(seq) AS seq FROM messages WHERE conversation_id = $1) newest
     WHERE c.id = $1 AND newest.seq > c.read_seq RETURNING c.id`,
    [id],
  );
  return rows.length > 0;
}

export async function setName(db: Database, id: string, name: string): Promise<void> {
  await db.query('UPDATE conversations SET name = $2 WHERE id = $1', [id, name]);
}

/** The contact to reply to, in CONVERSATION mode. */
export async function contactOf(db: Database, conversationId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ contact_id: string }>(
    'SELECT contact_id FROM contacts WHERE conversation_id = $1 AND NOT merged ORDER BY contact_id LIMIT 1',
    [conversationId],
  );
  return rows[0]?.contact_id;
}

/** Addresses by conversation: first the one that wrote last, then those that were only written to. */
export async function addressesOf(db: Database, conversationIds: readonly string[]): Promise<Map<string, ReplyAddress[]>> {
  const found = new Map<string, ReplyAddress[]>();
  const { rows } = await db.query<ReplyAddress & { conversation_id: string }>(
    `SELECT conversation_id, channel, identity FROM identities WHERE conversation_id = ANY($1::text[])
     ORDER BY wrote_at DESC NULLS LAST, key`,
    [[...conversationIds]],
  );
  for (const { conversation_id: id, channel, identity } of rows) found.set(id, [...(found.get(id) ?? []), { channel, identity }]);
  return found;
}
