import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts, conversations, identities, messages, reads } from '../database/schema.ts';

/** Somewhere to reply to. */
export type ReplyAddress = Pick<typeof identities.$inferSelect, 'channel' | 'identity' | 'wrote_at' | 'opted_out'>;

export async function getConversation(db: Database, id: string): Promise<typeof conversations.$inferSelect | undefined> {
  return (await db.select().from(conversations).where(eq(conversations.id, id)))[0];
}

/** Everything up to a message of the conversation has been seen by somebody; false when it had been before. */
export async function markRead(db: Database, agentId: string, conversationId: string, messageId: string): Promise<boolean> {
  // By its place in the thread, not by its number: what comes late stands above what was seen.
  const changed = await db
    .insert(reads)
    .select(
      sql`SELECT ${agentId}, ${conversationId}, max(m.seq) FROM messages m JOIN messages last ON last.id = ${messageId} AND last.conversation_id = ${conversationId}
          WHERE m.conversation_id = ${conversationId} AND (m.at, m.seq) <= (last.at, last.seq) HAVING max(m.seq) IS NOT NULL`,
    )
    .onConflictDoUpdate({
      target: [reads.agent_id, reads.conversation_id],
      set: { seq: sql`excluded.seq` },
      setWhere: sql`${reads.seq} < excluded.seq`,
    })
    .returning({ seq: reads.seq });
  return changed.length > 0;
}

export async function setName(tx: Database, id: string, name: string): Promise<void> {
  await tx.update(conversations).set({ name }).where(eq(conversations.id, id));
}

/** The contact to reply to, in CONVERSATION mode. */
export async function contactOf(db: Database, conversationId: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: contacts.contact_id })
    .from(contacts)
    .where(and(eq(contacts.conversation_id, conversationId), eq(contacts.merged, false)))
    .orderBy(asc(contacts.contact_id))
    .limit(1);
  return found?.id;
}

/** Addresses by conversation: first the one that wrote last, then those that were only written to. */
export async function addressesOf(db: Database, conversationIds: readonly string[]): Promise<Map<string, ReplyAddress[]>> {
  const found = new Map<string, ReplyAddress[]>();
  if (conversationIds.length === 0) return found;
  const rows = await db
    .select()
    .from(identities)
    .where(inArray(identities.conversation_id, [...conversationIds]))
    .orderBy(sql`${identities.wrote_at} DESC NULLS LAST`, asc(identities.key));
  for (const row of rows) found.set(row.conversation_id, [...(found.get(row.conversation_id) ?? []), row]);
  return found;
}

/** The conversation of a message by the service's id. */
export async function conversationOfWireId(db: Database, wireId: string): Promise<string | undefined> {
  const [found] = await db.select({ id: messages.conversation_id }).from(messages).where(eq(messages.wire_id, wireId));
  return found?.id;
}
