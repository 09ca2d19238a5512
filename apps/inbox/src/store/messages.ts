import type { Database } from '../database/database.ts';

/** `in` is from the contact, `out` to the contact. */
export type Direction = 'in' | 'out';

/** Where an own send stands until the service has an id for it: under way, surely not sent, or perhaps sent. */
export type SendState = 'sending' | 'unsent' | 'unsure';

/** A message as it is kept. */
export interface StoredMessage {
  seq: number;
  id: string;
  /** The service's id; null until it has one. */
  wire_id: string | null;
  conversation_id: string;
  direction: Direction;
  channel: string;
  /** The wire message, as JSON text. */
  content: string;
  at: Date;
  send_state: SendState | null;
  send_error: string | null;
  /** Was it sent again, as another message? Only what failed is. */
  resent: boolean;
}

/** A message to keep. */
export interface NewMessage {
  id: string;
  wireId: string | null;
  conversationId: string;
  direction: Direction;
  channel: string;
  content: object;
  at: Date;
  sendState?: SendState;
}

/** Keeps a message once; false when it was there already. */
export async function addMessage(db: Database, message: NewMessage): Promise<boolean> {
  const { id, wireId, conversationId, direction, channel, content, at, sendState = null } = message;
  const { rows } = await db.query(
    `INSERT INTO messages (id, wire_id, conversation_id, direction, channel, content, at, send_state)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
    [id, wireId, conversationId, direction, channel, JSON.stringify(content), at, sendState],
  );
  await noteLast(db, conversationId, at);
  return rows.length > 0;
}

async function noteLast(db: Database, conversationId: string, at: Date): Promise<void> {
  await db.query('UPDATE conversations SET last_at = GREATEST(last_at, $2) WHERE id = $1', [conversationId, at]);
}

/** Joins an own send with the id that the service gave it; false when there is no such send. */
export async function confirmMessage(db: Database, id: string, wireId: string, channel = ''): Promise<boolean> {
  // A callback may have brought the same message before the answer to the send did.
  await db.query(
    `DELETE FROM messages WHERE wire_id = $1 AND id <> $2 AND direction = 'out'
     AND EXISTS (SELECT 1 FROM messages WHERE id = $2 AND wire_id IS NULL)`,
    [wireId, id],
  );
  const { rows } = await db.query(
    `UPDATE messages SET wire_id = $2, send_state = NULL, send_error = NULL, channel = CASE WHEN $3 = '' THEN channel ELSE $3 END
     WHERE id = $1 AND (wire_id IS NULL OR wire_id = $2) RETURNING id`,
    [id, wireId, channel],
  );
  return rows.length > 0;
}

/** Notes how far an own send got, unless the service has taken it in the meantime. */
export async function setSendState(db: Database, id: string, state: SendState, error: string | null): Promise<void> {
  await db.query('UPDATE messages SET send_state = $2, send_error = $3 WHERE id = $1 AND wire_id IS NULL', [id, state, error]);
}

/** A message that goes under way again, and where it stood before. */
export type TakenMessage = StoredMessage & { taken_from: Exclude<SendState, 'sending'> };

/** A send that did not, or perhaps did not, leave goes under way again, once however often it is asked for. */
export async function takeForRetry(db: Database, conversationId: string, id: string): Promise<TakenMessage | undefined> {
  const { rows } = await db.query<TakenMessage>(
    `UPDATE messages m SET send_state = 'sending', send_error = NULL
     FROM (SELECT id, send_state AS taken_from FROM messages WHERE id = $1 FOR UPDATE) old
     WHERE m.id = old.id AND m.conversation_id = $2 AND m.wire_id IS NULL AND old.taken_from IN ('unsent', 'unsure')
     RETURNING m.*, old.taken_from`,
    [id, conversationId],
  );
  return rows[0];
}

/**
 * Keeps a message once more as one to be sent, once however often it is asked for. What failed stays as it is: the
 * service gives a send that it took no second chance, so the next one is a message of its own.
 */
export async function copyForResend(db: Database, failedId: string, id: string, at: Date): Promise<StoredMessage | undefined> {
  const { rows } = await db.query<StoredMessage>(
    `WITH failed AS (UPDATE messages SET resent = true WHERE id = $1 AND NOT resent RETURNING conversation_id, content)
     INSERT INTO messages (id, conversation_id, direction, channel, content, at, send_state)
     SELECT $2, conversation_id, 'out', '', content, $3, 'sending' FROM failed RETURNING *`,
    [failedId, id, at],
  );
  const [copy] = rows;
  if (copy) await noteLast(db, copy.conversation_id, at);
  return copy;
}

/** What was under way when the process ended is no longer. */
export async function settleInterrupted(db: Database): Promise<void> {
  await db.query(`UPDATE messages SET send_state = 'unsure', send_error = $1 WHERE send_state = 'sending'`, [
    'The inbox stopped while this was being sent, so it may have been sent.',
  ]);
}

/** Newest first, older than `before` when given. */
export async function listMessages(db: Database, conversationId: string, limit: number, before?: string): Promise<StoredMessage[]> {
  const { rows } = await db.query<StoredMessage>(
    `SELECT * FROM messages m WHERE conversation_id = $1
     AND ($3::text IS NULL OR (at, seq) < (SELECT at, seq FROM messages WHERE id = $3))
     ORDER BY at DESC, seq DESC LIMIT $2`,
    [conversationId, limit, before ?? null],
  );
  return rows;
}

/** One message by our id. */
export async function getMessage(db: Database, id: string): Promise<StoredMessage | undefined> {
  const { rows } = await db.query<StoredMessage>('SELECT * FROM messages WHERE id = $1', [id]);
  return rows[0];
}

/** Content of messages by the service's ids. */
export async function contentsByWireId(db: Database, wireIds: readonly string[]): Promise<Map<string, string>> {
  if (wireIds.length === 0) return new Map();
  const { rows } = await db.query<{ wire_id: string; content: string }>(
    'SELECT wire_id, content FROM messages WHERE wire_id = ANY($1::text[])',
    [[...wireIds]],
  );
  return new Map(rows.map(({ wire_id, content }) => [wire_id, content]));
}

/** The conversation of a message by the service's id. */
export async function conversationOfWireId(db: Database, wireId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ conversation_id: string }>('SELECT conversation_id FROM messages WHERE wire_id = $1', [wireId]);
  return rows[0]?.conversation_id;
}
