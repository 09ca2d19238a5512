import { sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';

/** A callback comes again for as long as the service tries; after this it has given up. */
const CALLBACK_DAYS = 7;

/**
 * Takes away what is older than that many days: messages with their reports and log, conversations in which nothing is left,
 * files; and always what is only needed for a while. Without a number, everything else is kept.
 */
export async function sweep(db: Database, days: number | undefined): Promise<void> {
  await db.execute(sql`DELETE FROM callbacks WHERE taken_at < now() - ${CALLBACK_DAYS}::int * interval '1 day'`);
  await db.execute(sql`DELETE FROM sessions WHERE expires_at < now()`);
  await db.execute(sql`DELETE FROM verifications WHERE expires_at < now()`);
  if (days === undefined) return;
  const oldest = sql`now() - ${days}::float8 * interval '1 day'`;
  await db.execute(sql`DELETE FROM delivery_reports d USING messages m WHERE m.wire_id = d.wire_id AND m.at < ${oldest}`);
  await db.execute(
    sql`DELETE FROM sends s USING messages m WHERE m.id = s.message_id AND m.at < ${oldest} AND m.send_state IS DISTINCT FROM 'sending'`,
  );
  await db.execute(sql`DELETE FROM messages m WHERE m.at < ${oldest} AND m.send_state IS DISTINCT FROM 'sending'`);
  await db.execute(sql`DELETE FROM uploads WHERE at < ${oldest}`);
  const empty = sql`SELECT c.id FROM conversations c WHERE c.last_at < ${oldest} AND c.listed AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = c.id)`;
  for (const table of ['reads', 'identities', 'contacts']) {
    await db.execute(sql`DELETE FROM ${sql.identifier(table)} WHERE conversation_id IN (${empty})`);
  }
  await db.execute(sql`DELETE FROM conversations c WHERE c.id IN (${empty})`);
}
