import { Hono } from 'hono';
import type { NewNote, SendAgain, SendMessage } from '../../src/api/contract.ts';
import { type FakeStore, ME, problem } from './fake-store.ts';

const MINE = { authorId: ME.id, authorName: ME.name };

/** What is in a conversation, below `/conversations/:id`. */
export function messageRoutes(store: FakeStore): Hono {
  const api = new Hono();
  api.get('/:id/messages', (c) => {
    const all = (store.messages.get(c.req.param('id')) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const before = c.req.query('before');
    const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
    const start = Math.max(0, end - Number(c.req.query('limit') ?? 100));
    return c.json({ messages: all.slice(start, end), hasEarlier: start > 0 });
  });
  api.post('/:id/messages', async (c) => {
    const conversationId = c.req.param('id');
    const { id, message, channel = '' } = (await c.req.json()) as SendMessage;
    const known = store.messages.get(conversationId)?.find((one) => one.id === id);
    const summary = (message as { text_message?: { text: string } }).text_message?.text ?? Object.keys(message)[0] ?? '';
    const at = new Date().toISOString();
    const part = { id, direction: 'out', status: 'sending', channel, message, summary, at, ...MINE } as const;
    const made = known ?? store.addMessage(conversationId, part);
    store.tell('conversation', { conversationId });
    return c.json({ message: made }, known ? 200 : 201);
  });
  api.post('/:id/messages/:messageId/again', async (c) => {
    const conversationId = c.req.param('id');
    const { id, channel } = (await c.req.json()) as SendAgain;
    const failed = store.messages.get(conversationId)?.find((one) => one.id === c.req.param('messageId'));
    if (!failed) return problem(404, 'There is no such message here.');
    store.keep({ ...failed, resentAs: id });
    const { reason: _, resentAs: __, ...rest } = failed;
    const at = new Date().toISOString();
    const message = store.addMessage(conversationId, { ...rest, id, status: 'sending', at, ...(channel ? { channel } : {}) });
    return c.json({ message }, 201);
  });
  api.post('/:id/notes', async (c) => {
    const { id, text } = (await c.req.json()) as NewNote;
    const at = new Date().toISOString();
    const note = { id, direction: 'note', status: 'noted', channel: '', note: text, summary: text, at, ...MINE } as const;
    return c.json({ message: store.addMessage(c.req.param('id'), note) }, 201);
  });
  return api;
}
