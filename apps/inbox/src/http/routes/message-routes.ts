import type { AppMessage } from '@convapi/core';
import { and, eq, isNull } from 'drizzle-orm';
import { Hono } from 'hono';
import { parseWire, toWire } from '../../content/wire.ts';
import type { Database } from '../../database/database.ts';
import { messages } from '../../database/schema.ts';
import { transact } from '../../database/transact.ts';
import { publish } from '../../live/live-hub.ts';
import type { SignedEnv } from '../../people/sessions.ts';
import { type Composed, compose } from '../../sending/compose.ts';
import { queueAgain, queueSend } from '../../sending/outbox.ts';
import { reportsByWireId } from '../../store/delivery-reports.ts';
import { addMessage, getMessage, lockConversation, type StoredMessage } from '../../store/messages.ts';
import { hasFailed, readThread, viewOf } from '../../store/read-views.ts';
import type { ApiContext } from '../api-context.ts';
import { readCount, readText, readUuid } from '../fields.ts';
import { problem } from '../problem.ts';
import { readFields } from '../read-json.ts';

const DEFAULT_PAGE = 100;
const MAX_PAGE = 200;
const MAX_NOTE = 10_000;
const MAX_CHANNEL = 40;

type Refused = Extract<Composed, { problem: string }>;

/** `/api/conversations/:id/messages` and `/notes`: the thread, and what is put into it. */
export function messageRoutes(context: ApiContext): Hono<SignedEnv> {
  const { db, jobs, appId, now } = context;
  const routes = new Hono<SignedEnv>();

  routes.get('/:id/messages', async (c) => {
    const { before, limit } = c.req.query();
    const size = readCount(limit, 'limit', DEFAULT_PAGE, MAX_PAGE);
    const entries = await readThread(db, c.req.param('id'), size + 1, before || undefined);
    return c.json({ messages: entries.slice(-size), hasEarlier: entries.length > size });
  });

  routes.post('/:id/messages', async (c) => {
    const fields = await readFields(c.req);
    const id = readUuid(fields.id, 'id');
    const conversationId = c.req.param('id');
    const known = await getMessage(db, id);
    if (known)
      return known.conversation_id === conversationId ? c.json({ message: await viewOf(db, id) }) : problem(c, 409, 'That id is taken.');
    const channel = fields.channel === undefined ? undefined : readText(fields.channel, 'channel', MAX_CHANNEL);
    const message = toWire(fields.message);
    const composed = await compose(db, { appId, conversationId, message, channel });
    if ('problem' in composed) return refuse(composed);
    const authorId = c.get('signed').agent.id;
    await transact(db, (tx) => keepAndQueue(tx, { id, conversationId, message, authorId }, composed.request));
    jobs.wake('send');
    return c.json({ message: await viewOf(db, id) }, 201);

    function refuse({ problem: why, issues }: Refused): Response {
      return problem(c, 422, why, issues ? { issues } : {});
    }
  });

  routes.post('/:id/messages/:messageId/again', async (c) => {
    const fields = await readFields(c.req);
    const id = readUuid(fields.id, 'id');
    const channel = fields.channel === undefined ? undefined : readText(fields.channel, 'channel', MAX_CHANNEL);
    const { id: conversationId, messageId } = c.req.param();
    const outcome = await transact(db, async (tx) => {
      await lockConversation(tx, conversationId);
      const message = await getMessage(tx, messageId);
      if (message?.conversation_id !== conversationId || message.direction !== 'out') return 'absent';
      if (message.resent_as === id) return { id };
      // The same message, where nobody has it; it is looked up first where somebody might.
      if (message.send_state === 'unsure' || (message.send_state === 'unsent' && channel === undefined)) {
        if (channel !== undefined) return 'unsure';
        return (await queueAgain(tx, jobs, messageId)) && (await tell(tx, conversationId)) ? { id: messageId } : 'impossible';
      }
      if (message.resent_as !== null || !(await isFinal(tx, message))) return 'impossible';
      const composed = await compose(tx, { appId, conversationId, message: parseWire(message.content), channel });
      if ('problem' in composed) return composed;
      const content = parseWire(message.content);
      await keepAndQueue(tx, { id, conversationId, message: content, authorId: c.get('signed').agent.id }, composed.request);
      await tx
        .update(messages)
        .set({ resent_as: id })
        .where(and(eq(messages.id, messageId), isNull(messages.resent_as)));
      return { id };
    });
    if (outcome === 'absent') return problem(c, 404, 'There is no such message of ours in this conversation.');
    if (outcome === 'unsure') return problem(c, 409, 'It may have been sent. On another channel it might arrive twice.');
    if (outcome === 'impossible') return problem(c, 409, 'Only what was not sent, or failed, can be sent again, and once.');
    if ('problem' in outcome) return problem(c, 422, outcome.problem, outcome.issues ? { issues: outcome.issues } : {});
    jobs.wake('send');
    return c.json({ message: await viewOf(db, outcome.id) }, 201);
  });

  routes.post('/:id/notes', async (c) => {
    const fields = await readFields(c.req);
    const id = readUuid(fields.id, 'id');
    const note = readText(fields.text, 'text', MAX_NOTE);
    const conversationId = c.req.param('id');
    const authorId = c.get('signed').agent.id;
    const added = await transact(db, async (tx) => {
      await lockConversation(tx, conversationId);
      const isNew = await addMessage(tx, { id, conversationId, direction: 'note', content: { note }, at: new Date(now()), authorId });
      if (isNew) await tell(tx, conversationId);
      return isNew;
    });
    const message = await viewOf(db, id);
    if (message?.conversationId !== conversationId || message.direction !== 'note') return problem(c, 409, 'That id is taken.');
    return c.json({ message }, added ? 201 : 200);
  });

  return routes;

  /** The message, its place in the log of sends, and the job that sends it: all of it or nothing. */
  async function keepAndQueue(
    tx: Database,
    { id, conversationId, message, authorId }: { id: string; conversationId: string; message: object; authorId: string },
    request: Parameters<typeof queueSend>[3],
  ): Promise<void> {
    await lockConversation(tx, conversationId);
    const content = message as unknown as AppMessage;
    const at = new Date(now());
    const added = await addMessage(tx, { id, conversationId, direction: 'out', content, at, sendState: 'sending', authorId });
    if (!added) return;
    await queueSend(tx, jobs, id, request);
    await tell(tx, conversationId);
  }
}

/** Surely not with the contact, and nothing under way: it was refused, by the service or on its channels. */
async function isFinal(db: Database, message: StoredMessage): Promise<boolean> {
  if (message.send_state !== null) return message.send_state === 'unsent';
  const { wire_id: wireId } = message;
  return wireId !== null && hasFailed((await reportsByWireId(db, [wireId])).get(wireId) ?? []);
}

async function tell(tx: Database, conversationId: string): Promise<true> {
  await publish(tx, 'conversation', { conversationId });
  return true;
}
