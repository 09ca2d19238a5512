import { Hono } from 'hono';
import type { ChangeConversation, ConversationView, NewConversation } from '../../src/api/contract.ts';
import { type FakeStore, ME, problem } from './fake-store.ts';

/** The list, and what is done with a conversation. */
export function conversationRoutes(store: FakeStore): Hono {
  const api = new Hono();
  const viewOf = (id: string) => store.conversations.get(id) as ConversationView;
  api.get('/counts', (c) => c.json(countsOf(store)));
  api.get('/', (c) => c.json(pageOf(store, c.req.query())));
  api.post('/', async (c) => {
    const { channel, identity, name } = (await c.req.json()) as NewConversation;
    if (channel === 'SMS' && !/^\+?[\d ()-]{5,}$/.test(identity)) return problem(400, 'This is no phone number.');
    const conversation = store.addConversation({
      id: `new-${identity.replace(/\D/g, '')}`,
      name: name ?? identity,
      named: name !== undefined,
      channel,
      channelIdentity: identity,
      addresses: [{ channel, identity, lastInboundAt: null, optedOut: false }],
    });
    return c.json({ conversation }, 201);
  });

  const isThere = (id: string): boolean => store.conversations.has(id);
  api.use('/:id/*', async (c, next) => (isThere(c.req.param('id')) ? next() : problem(404, 'There is no such conversation.')));
  api.get('/:id', (c) => c.json({ conversation: viewOf(c.req.param('id')) }));
  api.patch('/:id', async (c) => {
    const id = c.req.param('id');
    const { name, ...rest } = (await c.req.json()) as ChangeConversation;
    const view = viewOf(id);
    const naming = name === undefined ? {} : { name: name || view.channelIdentity, named: name !== '' };
    store.conversations.set(id, { ...view, ...rest, ...naming });
    store.tell('conversation', { conversationId: id });
    return c.json({ conversation: viewOf(id) });
  });
  api.post('/:id/read', (c) => {
    const id = c.req.param('id');
    store.conversations.set(id, { ...viewOf(id), unread: 0 });
    return c.body(null, 204);
  });
  api.post('/:id/typing', (c) => c.body(null, 204));
  api.post('/:id/merge', async (c) => {
    const id = c.req.param('id');
    const { otherId } = await c.req.json();
    const other = viewOf(otherId);
    const moved = (store.messages.get(otherId) ?? []).map((message) => ({ ...message, conversationId: id }));
    store.messages.set(id, [...(store.messages.get(id) ?? []), ...moved]);
    store.conversations.set(id, { ...viewOf(id), addresses: [...viewOf(id).addresses, ...other.addresses] });
    store.conversations.delete(otherId);
    store.tell('merged', { conversationId: id, otherId });
    return c.json({ conversation: viewOf(id) });
  });
  return api;
}

function countsOf({ conversations }: FakeStore): object {
  const all = [...conversations.values()];
  const open = all.filter(({ state }) => state === 'open');
  return {
    open: open.length,
    waiting: all.filter(({ state }) => state === 'waiting').length,
    done: all.filter(({ state }) => state === 'done').length,
    mine: open.filter(({ assigneeId }) => assigneeId === ME.id).length,
    nobodys: open.filter(({ assigneeId }) => assigneeId === null).length,
    unread: all.filter(({ unread }) => unread > 0).length,
  };
}

function pageOf({ conversations }: FakeStore, query: Record<string, string>): object {
  const { state, assignee, unread, channel, q = '', cursor = '0', limit = '50' } = query;
  const wanted = assignee === 'me' ? ME.id : assignee === 'nobody' ? null : assignee;
  const found = [...conversations.values()]
    .filter((view) => state === undefined || view.state === state)
    .filter((view) => assignee === undefined || view.assigneeId === wanted)
    .filter((view) => unread === undefined || view.unread > 0)
    .filter((view) => channel === undefined || view.channel === channel)
    .filter((view) => `${view.name} ${view.channelIdentity} ${view.last?.summary}`.toLowerCase().includes(q.toLowerCase()))
    .sort((a, b) => ((b.last?.at ?? '9') < (a.last?.at ?? '9') ? -1 : 1));
  const start = Number(cursor);
  const end = start + Number(limit);
  return { conversations: found.slice(start, end), next: end < found.length ? String(end) : null };
}
