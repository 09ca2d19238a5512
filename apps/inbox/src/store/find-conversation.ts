import { createHash } from 'node:crypto';
import { and, desc, eq, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { contacts, conversations, identities } from '../database/schema.ts';
import { lockConversation } from './messages.ts';
import { type Sender, toIdentityKey } from './to-identity-key.ts';

/**
 * The conversation with someone, made when there is none yet, and locked. A contact is one conversation whatever the channel;
 * without a contact (DISPATCH mode) it goes by the address. `wroteAt` is null when someone was only written to.
 */
export async function findConversation(tx: Database, sender: Sender, wroteAt: Date | null): Promise<string> {
  const id = await findAndLock(tx, sender);
  if (sender.contactId !== '') await linkContact(tx, sender.contactId, id);
  if (sender.identity !== '') await noteIdentity(tx, id, sender, wroteAt);
  return id;
}

/** A merge may take the conversation away between finding and locking it; then the other one is found. */
async function findAndLock(tx: Database, sender: Sender): Promise<string> {
  for (;;) {
    const id = sender.contactId === '' ? await findByIdentity(tx, sender) : await findByContact(tx, sender);
    if (await lockConversation(tx, id)) return id;
  }
}

async function findByContact(tx: Database, sender: Sender): Promise<string> {
  const { contactId } = sender;
  const [known] = await tx.select({ id: contacts.conversation_id }).from(contacts).where(eq(contacts.contact_id, contactId));
  return known?.id ?? (await findWithoutContact(tx, sender)) ?? addConversation(tx, `contact:${contactId}`);
}

/** An app that moves from DISPATCH to CONVERSATION mode, and a conversation begun here, go on as they are. */
async function findWithoutContact(tx: Database, sender: Sender): Promise<string | undefined> {
  if (sender.identity === '') return undefined;
  const [found] = await tx
    .select({ id: identities.conversation_id })
    .from(identities)
    .where(
      and(
        eq(identities.key, toIdentityKey(sender)),
        notInArray(identities.conversation_id, tx.select({ id: contacts.conversation_id }).from(contacts)),
      ),
    )
    .limit(1);
  return found?.id;
}

async function findByIdentity(tx: Database, sender: Sender): Promise<string> {
  const key = toIdentityKey(sender);
  const [found] = await tx
    .select({ id: conversations.id })
    .from(identities)
    .innerJoin(conversations, eq(conversations.id, identities.conversation_id))
    .where(eq(identities.key, key))
    .orderBy(desc(conversations.last_at))
    .limit(1);
  return found?.id ?? addConversation(tx, key);
}

/** The id follows from the person, so that two callbacks at the same moment make one conversation. */
async function addConversation(tx: Database, person: string): Promise<string> {
  const id = createHash('sha256').update(person).digest('hex').slice(0, 24);
  await tx.insert(conversations).values({ id }).onConflictDoNothing();
  return id;
}

/** Notes that a contact of the service is the person of a conversation, unless it is known as another's. */
export async function linkContact(tx: Database, contactId: string, conversationId: string): Promise<void> {
  await tx.insert(contacts).values({ contact_id: contactId, conversation_id: conversationId }).onConflictDoNothing();
}

/** Remembers an address of the conversation, for replies. `wroteAt` is null for addresses that were only written to. */
export async function noteIdentity(
  tx: Database,
  conversationId: string,
  sender: Omit<Sender, 'contactId'>,
  wroteAt: Date | null,
): Promise<void> {
  const { channel, identity } = sender;
  const known = tx
    .insert(identities)
    .values({ key: toIdentityKey(sender), conversation_id: conversationId, channel, identity, wrote_at: wroteAt });
  if (wroteAt === null) await known.onConflictDoNothing();
  else {
    const latest = sql`greatest(${identities.wrote_at}, excluded.wrote_at)`;
    await known.onConflictDoUpdate({ target: [identities.key, identities.conversation_id], set: { wrote_at: latest } });
  }
}

/** Notes whether the person wants to hear from us on a channel; false when that is known. */
export async function setOptedOut(tx: Database, conversationId: string, channel: string, optedOut: boolean): Promise<boolean> {
  const changed = await tx
    .update(identities)
    .set({ opted_out: optedOut })
    .where(and(eq(identities.conversation_id, conversationId), eq(identities.channel, channel), eq(identities.opted_out, !optedOut)))
    .returning({ key: identities.key });
  return changed.length > 0;
}

/** Channels on which somebody wrote or was written to. */
export async function channelsSeen(db: Database): Promise<string[]> {
  const found = await db.selectDistinct({ channel: identities.channel }).from(identities).where(isNotNull(identities.channel));
  return found.map(({ channel }) => channel).filter((channel) => channel !== '');
}
