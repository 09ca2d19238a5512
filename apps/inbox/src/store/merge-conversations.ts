import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts, conversations, identities, messages } from '../database/schema.ts';
import { lockConversation } from './messages.ts';

/** Two conversations that became one. */
export interface Merged {
  conversationId: string;
  /** The one that is gone; undefined when it was not there. */
  otherId?: string | undefined;
  /** Its name, or an empty text. */
  otherName: string;
}

/** Follows a merge of contacts: what was said with the deleted one moves to the preserved one. May run again. */
export async function mergeContacts(tx: Database, preservedId: string, deletedId: string): Promise<Merged | undefined> {
  const preserved = await conversationOf(tx, preservedId);
  const deleted = await conversationOf(tx, deletedId);
  const target = preserved ?? deleted;
  if (target === undefined) return undefined;
  const moves = deleted !== undefined && deleted !== target;
  const merged = moves ? await mergeConversations(tx, target, deleted) : undefined;
  await link(tx, preservedId, target, false);
  // Late callbacks still name the deleted contact.
  await link(tx, deletedId, target, true);
  return merged ?? { conversationId: target, otherName: '' };
}

/** All of `from` becomes part of `into`; undefined when one of them is not there. */
export async function mergeConversations(tx: Database, into: string, from: string): Promise<Merged | undefined> {
  // in one order, so that two merges of the same do not wait for each other
  for (const id of [into, from].sort()) if (!(await lockConversation(tx, id))) return undefined;
  const both = await tx
    .select()
    .from(conversations)
    .where(inArray(conversations.id, [into, from]));
  const [kept, gone] = [into, from].map((id) => both.find((one) => one.id === id));
  if (!kept || !gone) return undefined;
  await tx.update(messages).set({ conversation_id: into }).where(eq(messages.conversation_id, from));
  await tx.execute(sql`
    INSERT INTO identities (key, conversation_id, channel, identity, wrote_at, opted_out)
    SELECT key, ${into}, channel, identity, wrote_at, opted_out FROM identities WHERE conversation_id = ${from}
    ON CONFLICT (key, conversation_id) DO UPDATE SET
      wrote_at = greatest(identities.wrote_at, excluded.wrote_at), opted_out = identities.opted_out OR excluded.opted_out`);
  await tx.delete(identities).where(eq(identities.conversation_id, from));
  await tx.update(contacts).set({ conversation_id: into }).where(eq(contacts.conversation_id, from));
  // Who had read both to the end has read the one; for anybody else there may be something new.
  await tx.execute(sql`
    UPDATE reads r SET seq = least(r.seq, o.seq) FROM reads o
    WHERE r.conversation_id = ${into} AND o.conversation_id = ${from} AND o.agent_id = r.agent_id
      AND (r.seq < ${kept.last_in_seq}::int OR o.seq < ${gone.last_in_seq}::int)`);
  await tx.execute(sql`
    UPDATE reads r SET seq = ${Math.max(kept.last_in_seq, gone.last_in_seq)}::int FROM reads o
    WHERE r.conversation_id = ${into} AND o.conversation_id = ${from} AND o.agent_id = r.agent_id
      AND r.seq >= ${kept.last_in_seq}::int AND o.seq >= ${gone.last_in_seq}::int`);
  await tx.execute(sql`DELETE FROM reads WHERE conversation_id = ${from}`);
  await tx
    .update(conversations)
    .set({
      name: kept.name || gone.name,
      last_at: new Date(Math.max(kept.last_at.getTime(), gone.last_at.getTime())),
      last_in_seq: Math.max(kept.last_in_seq, gone.last_in_seq),
      listed: kept.listed || gone.listed,
      state: kept.state === 'open' || gone.state === 'open' ? 'open' : kept.state,
      assignee_id: kept.assignee_id ?? gone.assignee_id,
    })
    .where(eq(conversations.id, into));
  await tx.delete(conversations).where(eq(conversations.id, from));
  return { conversationId: into, otherId: from, otherName: gone.name };
}

/** Contacts of the service that are not merged there yet: all but the first are to become part of it. */
export async function liveContactsOf(tx: Database, conversationId: string): Promise<string[]> {
  const found = await tx
    .select({ id: contacts.contact_id })
    .from(contacts)
    .where(and(eq(contacts.conversation_id, conversationId), eq(contacts.merged, false)))
    .orderBy(contacts.contact_id);
  return found.map(({ id }) => id);
}

async function conversationOf(tx: Database, contactId: string): Promise<string | undefined> {
  const [found] = await tx.select({ id: contacts.conversation_id }).from(contacts).where(eq(contacts.contact_id, contactId));
  return found?.id;
}

async function link(tx: Database, contactId: string, conversationId: string, merged: boolean): Promise<void> {
  await tx
    .insert(contacts)
    .values({ contact_id: contactId, conversation_id: conversationId, merged })
    .onConflictDoUpdate({ target: contacts.contact_id, set: { conversation_id: conversationId, merged } });
}
