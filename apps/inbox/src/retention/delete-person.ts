import { eq, inArray, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database/database.ts';
import { contacts, conversations, identities } from '../database/schema.ts';
import { transact } from '../database/transact.ts';
import { publish } from '../live/live-hub.ts';
import { lockConversation } from '../store/messages.ts';
import type { Deleted } from './deleted.ts';

/**
 * Deletes all that the inbox holds about somebody, found by an address (a phone number however it is written) or by the id
 * of a contact: conversations, messages, notes, reports, the log of sends, names, addresses, and files that were sent to them.
 */
export async function deletePerson(db: Database, who: string): Promise<Deleted> {
  return transact(db, async (tx) => {
    const ids = await conversationsOf(tx, who);
    const deleted: Deleted = { conversations: 0, messages: 0, files: 0, contactIds: [] };
    for (const id of ids.sort()) {
      if (!(await lockConversation(tx, id))) continue;
      deleted.conversations += 1;
      const known = await tx.delete(contacts).where(eq(contacts.conversation_id, id)).returning({ id: contacts.contact_id });
      deleted.contactIds.push(...known.map((contact) => contact.id));
      deleted.files += await count(
        tx,
        sql`DELETE FROM uploads u WHERE EXISTS (SELECT 1 FROM messages m WHERE m.conversation_id = ${id} AND position('/uploads/' || u.id || '/' IN m.content) > 0) RETURNING 1 AS one`,
      );
      await tx.execute(sql`DELETE FROM delivery_reports d USING messages m WHERE m.wire_id = d.wire_id AND m.conversation_id = ${id}`);
      await tx.execute(sql`DELETE FROM sends s USING messages m WHERE m.id = s.message_id AND m.conversation_id = ${id}`);
      deleted.messages += await count(tx, sql`DELETE FROM messages WHERE conversation_id = ${id} RETURNING 1 AS one`);
      await tx.execute(sql`DELETE FROM reads WHERE conversation_id = ${id}`);
      await tx.delete(identities).where(eq(identities.conversation_id, id));
      await tx.delete(conversations).where(eq(conversations.id, id));
      await publish(tx, 'deleted', { conversationId: id });
    }
    return deleted;
  });
}

async function conversationsOf(tx: Database, who: string): Promise<string[]> {
  const digits = /^[\d\s()+./-]+$/.test(who) ? who.replace(/\D/g, '') : '';
  const byAddress = await tx
    .select({ id: identities.conversation_id })
    .from(identities)
    .where(digits === '' ? eq(identities.identity, who) : sql`regexp_replace(${identities.identity}, '\\D', '', 'g') = ${digits}`);
  const byContact = await tx
    .select({ id: contacts.conversation_id })
    .from(contacts)
    .where(inArray(contacts.contact_id, [who]));
  return [...new Set([...byAddress, ...byContact].map(({ id }) => id))];
}

async function count(tx: Database, query: ReturnType<typeof sql>): Promise<number> {
  return (await rowsOf(tx, query)).length;
}
