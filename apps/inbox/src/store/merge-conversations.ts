import type { Database } from '../database/database.ts';

/** Follows a merge of contacts: what was said with the deleted one moves to the preserved one. May run again. */
export async function mergeConversations(db: Database, preservedId: string, deletedId: string): Promise<string | undefined> {
  const preserved = await conversationOf(db, preservedId);
  const deleted = await conversationOf(db, deletedId);
  const target = preserved ?? deleted;
  if (target === undefined) return undefined;
  await link(db, preservedId, target, false);
  if (deleted !== undefined && deleted !== target) await move(db, deleted, target);
  // Late callbacks still name the deleted contact.
  await link(db, deletedId, target, true);
  return target;
}

async function conversationOf(db: Database, contactId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ conversation_id: string }>('SELECT conversation_id FROM contacts WHERE contact_id = $1', [contactId]);
  return rows[0]?.conversation_id;
}

async function link(db: Database, contactId: string, conversationId: string, merged: boolean): Promise<void> {
  await db.query(
    `INSERT INTO contacts (contact_id, conversation_id, merged) VALUES ($1, $2, $3)
     ON CONFLICT (contact_id) DO UPDATE SET conversation_id = EXCLUDED.conversation_id, merged = EXCLUDED.merged`,
    [contactId, conversationId, merged],
  );
}

/** One step after the other, each harmless when repeated: a stop in between is made good by the service's retry. */
async function move(db: Database, from: string, to: string): Promise<void> {
  await db.query('UPDATE messages SET conversation_id = $2 WHERE conversation_id = $1', [from, to]);
  await db.query(
    `INSERT INTO identities (key, conversation_id, channel, identity, wrote_at)
     SELECT key, $2, channel, identity, wrote_at FROM identities WHERE conversation_id = $1 ON CONFLICT DO NOTHING`,
    [from, to],
  );
  await db.query('DELETE FROM identities WHERE conversation_id = $1', [from]);
  await db.query('UPDATE contacts SET conversation_id = $2 WHERE conversation_id = $1', [from, to]);
  await db.query(`UPDATE conversations SET last_at = GREATEST(last_at, (SELECT last_at FROM conversations WHERE id = $1)) WHERE id = $2`, [
    from,
    to,
  ]);
  await db.query('DELETE FROM conversations WHERE id = $1', [from]);
}
