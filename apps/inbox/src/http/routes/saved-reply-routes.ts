import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import type { SavedReply, SavedReplyInput } from '../../api/contract.ts';
import { isTaken } from '../../database/errors.ts';
import { savedReplies } from '../../database/schema.ts';
import { transact } from '../../database/transact.ts';
import { publish } from '../../live/live-hub.ts';
import type { SignedEnv } from '../../people/sessions.ts';
import type { ApiContext } from '../api-context.ts';
import { FieldError, readText } from '../fields.ts';
import { problem } from '../problem.ts';
import { readFields } from '../read-json.ts';

const SHORTCUT = /^[\p{L}\p{N}_-]{1,60}$/u;
const MAX_SHORTCUT = 60;
const MAX_TEXT = 4_000;

/** `/api/saved-replies`: texts to be put into the composer. */
export function savedReplyRoutes({ db, now }: ApiContext): Hono<SignedEnv> {
  const routes = new Hono<SignedEnv>();
  routes.get('/', async (c) => {
    const all = await db.select().from(savedReplies).orderBy(asc(savedReplies.shortcut));
    return c.json({ savedReplies: all.map(toSavedReply) });
  });
  routes.post('/', async (c) => {
    const input = readInput(await readFields(c.req));
    return unlessTaken(c, async () => {
      const row = { id: randomUUID(), ...input, author_id: c.get('signed').agent.id, updated_at: new Date(now()) };
      await transact(db, async (tx) => {
        await tx.insert(savedReplies).values(row);
        await publish(tx, 'saved-replies', {});
      });
      return c.json({ savedReply: toSavedReply(row) }, 201);
    });
  });
  routes.use('/:id', async (c, next) => {
    const [found] = await db
      .select()
      .from(savedReplies)
      .where(eq(savedReplies.id, c.req.param('id') ?? ''));
    if (!found) return problem(c, 404, 'There is no such saved reply.');
    const { id, role } = c.get('signed').agent;
    return found.author_id === id || role === 'admin' ? next() : problem(c, 403, 'Saved replies of others are changed by admins.');
  });
  routes.put('/:id', async (c) => {
    const input = readInput(await readFields(c.req));
    return unlessTaken(c, async () => {
      const [changed] = await transact(db, async (tx) => {
        await publish(tx, 'saved-replies', {});
        return tx
          .update(savedReplies)
          .set({ ...input, updated_at: new Date(now()) })
          .where(eq(savedReplies.id, c.req.param('id')))
          .returning();
      });
      return changed ? c.json({ savedReply: toSavedReply(changed) }) : problem(c, 404, 'There is no such saved reply.');
    });
  });
  routes.delete('/:id', async (c) => {
    await transact(db, async (tx) => {
      await tx.delete(savedReplies).where(eq(savedReplies.id, c.req.param('id')));
      await publish(tx, 'saved-replies', {});
    });
    return c.body(null, 204);
  });
  return routes;
}

function readInput(fields: Record<string, unknown>): SavedReplyInput {
  const shortcut = readText(fields.shortcut, 'shortcut', MAX_SHORTCUT);
  if (!SHORTCUT.test(shortcut)) throw new FieldError('A shortcut has letters, digits, dashes and underscores only.');
  return { shortcut, text: readText(fields.text, 'text', MAX_TEXT) };
}

async function unlessTaken(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) return problem(c, 409, 'Another saved reply has that shortcut.');
    throw error;
  }
}

function toSavedReply(row: typeof savedReplies.$inferSelect): SavedReply {
  return { id: row.id, shortcut: row.shortcut, text: row.text, authorId: row.author_id, updatedAt: row.updated_at.toISOString() };
}
