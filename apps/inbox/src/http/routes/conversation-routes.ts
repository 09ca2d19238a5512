import { randomUUID } from 'node:crypto';
import { CHANNELS } from '@convapi/core';
import { eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import type { ConversationPage, ConversationView } from '../../api/contract.ts';
import { noteMerge } from '../../callbacks/take-contact.ts';
import type { Database } from '../../database/database.ts';
import { conversations, user } from '../../database/schema.ts';
import { transact } from '../../database/transact.ts';
import { publish } from '../../live/live-hub.ts';
import type { Signed, SignedEnv } from '../../people/sessions.ts';
import { getConversation, markRead, setName } from '../../store/conversations.ts';
import { findConversation } from '../../store/find-conversation.ts';
import { countConversations, type ListedConversation, listConversations, type Reader } from '../../store/list-conversations.ts';
import { liveContactsOf, mergeConversations } from '../../store/merge-conversations.ts';
import { addMessage, lockConversation } from '../../store/messages.ts';
import { toConversationViews } from '../../store/read-views.ts';
import { isPhoneChannel } from '../../store/to-identity-key.ts';
import type { ApiContext } from '../api-context.ts';
import { FieldError, readAnyText, readCount, readOneOf, readText } from '../fields.ts';
import { problem } from '../problem.ts';
import { readFields } from '../read-json.ts';

const STATES = ['open', 'waiting', 'done'] as const;
const DEFAULT_PAGE = 50;
const MAX_PAGE = 100;
const MAX_NAME = 200;
const MAX_Q = 200;
const MAX_IDENTITY = 200;
/** E.164 has at most 15 digits; fewer than 5 is no number that anybody has. */
const PHONE = /^\d{5,15}$/;

/** `/api/conversations`: the list, and what is done with a conversation as a whole. */
export function conversationRoutes(context: ApiContext): Hono<SignedEnv> {
  const { db, jobs, now } = context;
  const routes = new Hono<SignedEnv>();

  routes.get('/', async (c) => {
    const { state, assignee, unread, channel, q, cursor, limit } = c.req.query();
    const size = readCount(limit, 'limit', DEFAULT_PAGE, MAX_PAGE);
    const filter = {
      state: state ? readOneOf(state, 'state', STATES) : undefined,
      assignee: assignee || undefined,
      unread: unread === 'true',
      channel: channel || undefined,
      q: q === undefined ? undefined : readAnyText(q, 'q', MAX_Q),
      after: cursor ? readCursor(cursor) : undefined,
    };
    const found = await listConversations(db, readerOf(c), filter, size + 1);
    const listed = found.slice(0, size);
    const page: ConversationPage = {
      conversations: await toConversationViews(db, listed),
      next: found.length > size ? toCursor(listed.at(-1)) : null,
    };
    return c.json(page);
  });

  routes.get('/counts', async (c) => c.json(await countConversations(db, readerOf(c))));

  routes.post('/', async (c) => {
    const fields = await readFields(c.req);
    const channel = readOneOf(fields.channel, 'channel', CHANNELS);
    const identity = readIdentity(channel, readText(fields.identity, 'identity', MAX_IDENTITY));
    const name = readAnyText(fields.name ?? '', 'name', MAX_NAME).trim();
    const { id, isNew } = await transact(db, async (tx) => {
      const found = await findConversation(tx, { contactId: '', channel, identity, appScope: '' }, null);
      const before = await getConversation(tx, found);
      if (name !== '' && before?.name === '') await setName(tx, found, name);
      await publish(tx, 'conversation', { conversationId: found });
      return { id: found, isNew: before?.listed === false };
    });
    return c.json({ conversation: await viewFor(c, id) }, isNew ? 201 : 200);
  });

  routes.use('/:id/*', async (c, next) => {
    return (await getConversation(db, c.req.param('id') ?? '')) ? next() : problem(c, 404, 'There is no such conversation.');
  });

  routes.get('/:id', async (c) => c.json({ conversation: await viewFor(c, c.req.param('id')) }));

  routes.patch('/:id', async (c) => {
    const fields = await readFields(c.req);
    const id = c.req.param('id');
    const state = fields.state === undefined ? undefined : readOneOf(fields.state, 'state', STATES);
    const name = fields.name === undefined ? undefined : readAnyText(fields.name, 'name', MAX_NAME).trim();
    const assignee = fields.assigneeId === undefined ? undefined : await readAssignee(db, fields.assigneeId);
    await transact(db, async (tx) => {
      await lockConversation(tx, id);
      const before = await getConversation(tx, id);
      if (!before) return;
      const note = (event: object) =>
        addMessage(tx, {
          id: randomUUID(),
          conversationId: id,
          direction: 'event',
          content: { event },
          at: new Date(now()),
          authorId: c.get('signed').agent.id,
        });
      if (name !== undefined) await setName(tx, id, name);
      if (state !== undefined && state !== before.state) {
        await tx.update(conversations).set({ state }).where(eq(conversations.id, id));
        await note({ kind: 'state', state });
      }
      if (assignee !== undefined && assignee.id !== before.assignee_id) {
        await tx.update(conversations).set({ assignee_id: assignee.id }).where(eq(conversations.id, id));
        await note({ kind: 'assigned', agentId: assignee.id, agentName: assignee.name });
      }
      await publish(tx, 'conversation', { conversationId: id });
    });
    return c.json({ conversation: await viewFor(c, id) });
  });

  routes.post('/:id/read', async (c) => {
    const fields = await readFields(c.req);
    const id = c.req.param('id');
    const read = await markRead(db, c.get('signed').agent.id, id, readText(fields.messageId, 'messageId', MAX_IDENTITY));
    if (read) await publish(db, 'conversation', { conversationId: id });
    return c.body(null, 204);
  });

  routes.post('/:id/typing', async (c) => {
    const { id: agentId, name } = c.get('signed').agent;
    await publish(db, 'typing', { conversationId: c.req.param('id'), agentId, name });
    return c.body(null, 204);
  });

  routes.post('/:id/merge', async (c) => {
    const id = c.req.param('id');
    const otherId = readText((await readFields(c.req)).otherId, 'otherId', MAX_IDENTITY);
    if (otherId === id) throw new FieldError('A conversation cannot become part of itself.');
    const merged = await transact(db, async (tx) => {
      const result = await mergeConversations(tx, id, otherId);
      if (!result) return false;
      await noteMerge(tx, result, new Date(now()), c.get('signed').agent.id);
      // The service does not know yet that they are one person.
      const [into, ...others] = await liveContactsOf(tx, id);
      if (into !== undefined) for (const from of others) await jobs.add(tx, 'merge-contacts', { into, from });
      return true;
    });
    if (!merged) return problem(c, 404, 'There is no such other conversation.');
    jobs.wake('merge-contacts');
    return c.json({ conversation: await viewFor(c, id) });
  });

  return routes;

  async function viewFor(c: Context<SignedEnv>, id: string): Promise<ConversationView | undefined> {
    return (await toConversationViews(db, await listConversations(db, readerOf(c), { id }, 1)))[0];
  }
}

function readerOf(c: Context<SignedEnv>): Reader {
  const { agent, readFloor }: Signed = c.get('signed');
  return { id: agent.id, readFloor };
}

function toCursor(last: ListedConversation | undefined): string | null {
  return last ? Buffer.from(JSON.stringify([last.last_ms, last.id])).toString('base64url') : null;
}

/** @throws FieldError */
function readCursor(cursor: string): { lastMs: number; id: string } {
  try {
    const [lastMs, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Number.isFinite(lastMs) && typeof id === 'string') return { lastMs, id };
  } catch {
    // said below
  }
  throw new FieldError('"cursor" is not one of this list.');
}

/** Phone numbers as the service writes them: digits only. @throws FieldError */
function readIdentity(channel: string, identity: string): string {
  if (!isPhoneChannel(channel)) return identity;
  const digits = identity.replace(/[\s()+./-]/g, '');
  if (!PHONE.test(digits)) throw new FieldError('That is not a phone number. Write it with its country code, such as +46 70 123 45 67.');
  return digits;
}

/** @throws FieldError */
async function readAssignee(db: Database, value: unknown): Promise<{ id: string | null; name: string }> {
  if (value === null) return { id: null, name: '' };
  const id = readText(value, 'assigneeId', MAX_IDENTITY);
  const [found] = await db.select({ id: user.id, name: user.name, active: user.active }).from(user).where(eq(user.id, id));
  if (!found?.active) throw new FieldError('There is no such person, or they do not work here any more.');
  return found;
}
