import { createHash } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { type Sender, toIdentityKey } from './to-identity-key.ts';

/**
 * The conversation with someone, made when there is none yet. A contact is one conversation whatever the channel;
 * without a contact (DISPATCH mode) it goes by the address. `wroteAt` is null when someone was only written to.
 */
export async function findConversation(db: Database, sender: Sender, wroteAt: Date | null): Promise<string> {
  const id = sender.contactId === '' ? await findByIdentity(db, sender) : await findByContact(db, sender);
  if (sender.identity !== '') await noteIdentity(db, id, sender, wroteAt);
  return id;
}

async function findByContact(db: Database, sender: Sender): Promise<string> {
  const { contactId } = sender;
  const known = await db.query<{ conversation_id: string }>('SELECT conversation_id FROM contacts WHERE contact_id = $1', [contactId]);
  if (known.rows[0]) return known.rows[0].conversation_id;
  const id = (await findWithoutContact(db, sender)) ?? (await addConversation(db, `contact:${contactId}`));
  await db.query('INSERT INTO contacts (contact_id, conversation_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [contactId, id]);
  return id;
}

/** An app that moves from DISPATCH to CONVERSATION mode goes on with the conversations it had. */
async function findWithoutContact(db: Database, sender: Sender): Promise<string | undefined> {
  if (sender.identity === '') return undefined;
  const { rows } = await db.query<{ conversation_id: string }>(
    `SELECT conversation_id FROM identities
     WHERE key = $1 AND conversation_id NOT IN (SELECT conversation_id FROM contacts) LIMIT 1`,
    [toIdentityKey(sender)],
  );
  return rows[0]?.conversation_id;
}

async function findByIdentity(db: Database, sender: Sender): Promise<string> {
  const key = toIdentityKey(sender);
  const { rows } = await db.query<{ id: string }>(
    `SELECT c.id FROM identities i JOIN conversations c ON c.id = i.conversation_id
     WHERE i.key = $1 ORDER BY c.last_at DESC LIMIT 1`,
    [key],
  );
  return rows[0]?.id ?? addConversation(db, key);
}

/** The id follows from the person, so that two callbacks at the same moment make one conversation. */
async function addConversation(db: Database, person: string): Promise<string> {
  const id = createHash('sha256').update(person).digest('hex').slice(0, 24);
  await db.query('INSERT INTO conversations (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
  return id;
}

/** Remembers an address of the conversation, for replies. `wroteAt` is null for addresses that were only written to. */
export async function noteIdentity(db: Database, conversationId: string, sender: Omit<Sender, 'contactId'>, wroteAt: Date | null) {
  await db.query(
    `INSERT INTO identities (key, conversation_id, channel, identity, wrote_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (key, conversation_id) DO UPDATE SET wrote_at = GREATEST(identities.wrote_at, EXCLUDED.wrote_at)`,
    [toIdentityKey(sender), conversationId, sender.channel, sender.identity, wroteAt],
  );
}
