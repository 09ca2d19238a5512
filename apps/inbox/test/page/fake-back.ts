import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type {
  Agent,
  ChangeConversation,
  ConversationView,
  LiveEvents,
  MessageView,
  NewConversation,
  NewNote,
  SavedReply,
  SavedReplyInput,
  SendAgain,
  SendMessage,
  Session,
  Templates,
} from '../../src/api/contract.ts';
import { pageRoutes } from '../../src/http/page-routes.ts';

/** A request that changes something. */
export interface Change {
  method: string;
  path: string;
  body: unknown;
}

export type Rule = (request: { method: string; path: string }) => boolean;

/** The API of the inbox in memory, which answers late and badly when it is told to: what is tested is the page. */
export interface FakeBack {
  url: string;
  conversations: Map<string, ConversationView>;
  messages: Map<string, MessageView[]>;
  savedReplies: SavedReply[];
  templates: Templates['templates'];
  session: Session;
  team: Agent[];
  /** Requests that changed something, or tried to, in their order. */
  changes: Change[];
  /** All requests to the API, `METHOD /path?query`. */
  requests: string[];
  isSignedIn: boolean;
  addConversation(part: Partial<ConversationView> & { id: string }): ConversationView;
  addMessage(conversationId: string, part?: Partial<MessageView>): MessageView;
  tell<Name extends keyof LiveEvents>(name: Name, event: LiveEvents[Name]): void;
  /** Requests for which the rule holds wait until the returned function is called. */
  hold(rule: Rule): () => void;
  /** Requests for which the rule holds get this status; 0 breaks the connection after the effect. */
  fail(rule: Rule, status: number, detail?: string): () => void;
  /** Everything answers as it should again. */
  mend(): void;
  /** Breaks all live streams, as when the inbox is restarted. */
  breakStreams(): void;
  close(): Promise<void>;
}

export const ME: Agent = { id: 'agent-me', name: 'Maja Ek', email: 'maja@example.com', role: 'admin', active: true };
export const BO: Agent = { id: 'agent-bo', name: 'Bo Berg', email: 'bo@example.com', role: 'agent', active: true };
const PASSWORD = 'correct horse';
const START = Date.parse('2026-03-02T08:00:00.000Z');

export async function startFakeBack(): Promise<FakeBack> {
  let count = 0;
  const holds = new Set<{ rule: Rule; until: Promise<void> }>();
  const failures = new Set<{ rule: Rule; status: number; detail: string }>();
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const encoder = new TextEncoder();
  const back: Omit<FakeBack, 'url' | 'close'> = {
    conversations: new Map(),
    messages: new Map(),
    savedReplies: [],
    templates: [],
    team: [ME, BO],
    session: { agent: ME, hasPassword: true, maxUploadBytes: 16 * 1_048_576, uploadsArePublic: true, channels: ['SMS', 'RCS', 'WHATSAPP'] },
    changes: [],
    requests: [],
    isSignedIn: true,
    addConversation(part) {
      const address = { channel: 'SMS', identity: '+46700000001', lastInboundAt: null, optedOut: false };
      const view: ConversationView = {
        name: part.id,
        named: true,
        channel: 'SMS',
        channelIdentity: address.identity,
        addresses: [address],
        state: 'open',
        assigneeId: null,
        unread: 0,
        failed: 0,
        last: null,
        ...part,
      };
      back.conversations.set(view.id, view);
      back.messages.set(view.id, []);
      return view;
    },
    addMessage(conversationId, part = {}) {
      count += 1;
      const message: MessageView = {
        id: `message-${count}`,
        conversationId,
        direction: 'in',
        channel: 'SMS',
        at: new Date(START + count * 60_000).toISOString(),
        status: part.direction === 'out' ? 'delivered' : 'received',
        message: { text_message: { text: part.summary ?? `Message ${count}` } },
        summary: `Message ${count}`,
        reactions: [],
        redacted: false,
        authorId: null,
        authorName: '',
        switches: [],
        ...part,
      };
      keep(message);
      return message;
    },
    tell(name, event) {
      const bytes = encoder.encode(`event: ${name}\ndata: ${JSON.stringify(event)}\n\n`);
      for (const stream of streams) stream.enqueue(bytes);
    },
    hold(rule) {
      let letGo = (): void => {};
      const entry = { rule, until: new Promise<void>((resolve) => (letGo = resolve)) };
      holds.add(entry);
      return () => {
        holds.delete(entry);
        letGo();
      };
    },
    fail(rule, status, detail = 'It failed, as it was told to.') {
      const entry = { rule, status, detail };
      failures.add(entry);
      return () => failures.delete(entry);
    },
    mend: () => failures.clear(),
    breakStreams() {
      for (const stream of streams) stream.close();
      streams.clear();
    },
  };

  function keep(message: MessageView): void {
    const { conversationId, summary, direction, status, at } = message;
    const list = back.messages.get(conversationId) ?? [];
    back.messages.set(conversationId, [...list.filter(({ id }) => id !== message.id), message]);
    const view = back.conversations.get(conversationId);
    if (view) back.conversations.set(conversationId, { ...view, last: { summary, direction, status, at } });
  }

  const app = new Hono();
  app.use('/api/*', async (c, next) => {
    const request = { method: c.req.method, path: c.req.path.replace('/api', '') };
    const query = new URL(c.req.url).search;
    back.requests.push(`${request.method} ${request.path}${query}`);
    if (request.method !== 'GET') {
      const isJson = c.req.header('content-type')?.startsWith('application/json');
      back.changes.push({ ...request, body: isJson ? await c.req.json() : undefined });
    }
    for (const { rule, until } of [...holds]) if (rule(request)) await until;
    const failure = [...failures].find(({ rule }) => rule(request));
    if (failure && failure.status !== 0) return problem(failure.status, failure.detail);
    if (!back.isSignedIn && request.path !== '/session') return problem(401, 'Sign in first.');
    await next();
    if (failure) (c.env as { incoming: import('node:http').IncomingMessage }).incoming.socket.destroy();
    return undefined;
  });

  const api = new Hono();
  api.get('/session', (c) => (back.isSignedIn ? c.json(back.session) : problem(401, 'Sign in first.')));
  api.post('/session', async (c) => {
    const { email, password } = await c.req.json();
    if (email !== ME.email || password !== PASSWORD) return problem(401, 'E-mail and password do not belong together.');
    back.isSignedIn = true;
    return c.json(back.session);
  });
  api.delete('/session', (c) => {
    back.isSignedIn = false;
    return c.body(null, 204);
  });
  api.post('/session/password', (c) => c.body(null, 204));
  api.get('/team', (c) => c.json({ agents: back.team }));
  api.get('/events', () => {
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        mine = controller;
        streams.add(controller);
        controller.enqueue(encoder.encode('retry: 200\n\n'));
      },
      cancel: () => void streams.delete(mine),
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
  });

  api.get('/conversations/counts', (c) => {
    const all = [...back.conversations.values()];
    const of = (state: string) => all.filter((view) => view.state === state);
    return c.json({
      open: of('open').length,
      waiting: of('waiting').length,
      done: of('done').length,
      mine: of('open').filter(({ assigneeId }) => assigneeId === ME.id).length,
      nobodys: of('open').filter(({ assigneeId }) => assigneeId === null).length,
      unread: all.filter(({ unread }) => unread > 0).length,
    });
  });
  api.get('/conversations', (c) => {
    const { state, assignee, unread, channel, q = '', cursor = '0', limit = '50' } = c.req.query();
    const wanted = assignee === 'me' ? ME.id : assignee === 'nobody' ? null : assignee;
    const found = [...back.conversations.values()]
      .filter((view) => state === undefined || view.state === state)
      .filter((view) => assignee === undefined || view.assigneeId === wanted)
      .filter((view) => unread === undefined || view.unread > 0)
      .filter((view) => channel === undefined || view.channel === channel)
      .filter((view) => `${view.name} ${view.channelIdentity} ${view.last?.summary}`.toLowerCase().includes(q.toLowerCase()))
      .sort((a, b) => ((b.last?.at ?? '9') < (a.last?.at ?? '9') ? -1 : 1));
    const start = Number(cursor);
    const end = start + Number(limit);
    return c.json({ conversations: found.slice(start, end), next: end < found.length ? String(end) : null });
  });
  api.post('/conversations', async (c) => {
    const { channel, identity, name } = (await c.req.json()) as NewConversation;
    if (channel === 'SMS' && !/^\+?[\d ()-]{5,}$/.test(identity)) return problem(400, 'This is no phone number.');
    const id = `new-${identity.replace(/\D/g, '')}`;
    const address = { channel, identity, lastInboundAt: null, optedOut: false };
    const made = back.addConversation({
      id,
      name: name ?? identity,
      named: name !== undefined,
      channel,
      channelIdentity: identity,
      addresses: [address],
    });
    return c.json({ conversation: made }, 201);
  });

  api.use('/conversations/:id/*', async (c, next) =>
    back.conversations.has(c.req.param('id')) ? next() : problem(404, 'There is no such conversation.'),
  );
  const viewOf = (id: string) => back.conversations.get(id) as ConversationView;
  api.get('/conversations/:id', (c) =>
    back.conversations.has(c.req.param('id'))
      ? c.json({ conversation: viewOf(c.req.param('id')) })
      : problem(404, 'There is no such conversation.'),
  );
  api.patch('/conversations/:id', async (c) => {
    const id = c.req.param('id');
    const { name, ...rest } = (await c.req.json()) as ChangeConversation;
    const view = viewOf(id);
    back.conversations.set(id, {
      ...view,
      ...rest,
      ...(name === undefined ? {} : { name: name || view.channelIdentity, named: name !== '' }),
    });
    back.tell('conversation', { conversationId: id });
    return c.json({ conversation: viewOf(id) });
  });
  api.post('/conversations/:id/read', (c) => {
    const id = c.req.param('id');
    back.conversations.set(id, { ...viewOf(id), unread: 0 });
    return c.body(null, 204);
  });
  api.post('/conversations/:id/typing', (c) => c.body(null, 204));
  api.post('/conversations/:id/merge', async (c) => {
    const id = c.req.param('id');
    const { otherId } = await c.req.json();
    const other = viewOf(otherId);
    const moved = (back.messages.get(otherId) ?? []).map((message) => ({ ...message, conversationId: id }));
    back.messages.set(id, [...(back.messages.get(id) ?? []), ...moved]);
    back.conversations.set(id, { ...viewOf(id), addresses: [...viewOf(id).addresses, ...other.addresses] });
    back.conversations.delete(otherId);
    back.tell('merged', { conversationId: id, otherId });
    return c.json({ conversation: viewOf(id) });
  });
  api.get('/conversations/:id/messages', (c) => {
    const all = (back.messages.get(c.req.param('id')) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const before = c.req.query('before');
    const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before);
    const start = Math.max(0, end - Number(c.req.query('limit') ?? 100));
    return c.json({ messages: all.slice(start, end), hasEarlier: start > 0 });
  });
  api.post('/conversations/:id/messages', async (c) => {
    const conversationId = c.req.param('id');
    const { id, message, channel = '' } = (await c.req.json()) as SendMessage;
    const known = back.messages.get(conversationId)?.find((one) => one.id === id);
    const summary = (message as { text_message?: { text: string } }).text_message?.text ?? Object.keys(message)[0] ?? '';
    const at = new Date().toISOString();
    const made =
      known ??
      back.addMessage(conversationId, {
        id,
        direction: 'out',
        status: 'sending',
        channel,
        message,
        summary,
        at,
        authorId: ME.id,
        authorName: ME.name,
      });
    back.tell('conversation', { conversationId });
    return c.json({ message: made }, known ? 200 : 201);
  });
  api.post('/conversations/:id/messages/:messageId/again', async (c) => {
    const conversationId = c.req.param('id');
    const { id, channel } = (await c.req.json()) as SendAgain;
    const failed = back.messages.get(conversationId)?.find((one) => one.id === c.req.param('messageId'));
    if (!failed) return problem(404, 'There is no such message here.');
    keep({ ...failed, resentAs: id });
    const { reason: _, resentAs: __, ...rest } = failed;
    const made = back.addMessage(conversationId, {
      ...rest,
      id,
      status: 'sending',
      at: new Date().toISOString(),
      ...(channel ? { channel } : {}),
    });
    return c.json({ message: made }, 201);
  });
  api.post('/conversations/:id/notes', async (c) => {
    const { id, text } = (await c.req.json()) as NewNote;
    const note = { direction: 'note', status: 'noted', channel: '', note: text, summary: text } as const;
    const made = back.addMessage(c.req.param('id'), { id, ...note, at: new Date().toISOString(), authorId: ME.id, authorName: ME.name });
    return c.json({ message: made }, 201);
  });

  const putReply = (id: string, { shortcut, text }: SavedReplyInput): SavedReply => {
    const saved = { id, shortcut, text, authorId: ME.id, updatedAt: new Date(START).toISOString() };
    back.savedReplies = [...back.savedReplies.filter((one) => one.id !== id), saved];
    back.tell('saved-replies', {});
    return saved;
  };
  api.get('/saved-replies', (c) => c.json({ savedReplies: back.savedReplies }));
  api.post('/saved-replies', async (c) =>
    c.json({ savedReply: putReply(`reply-${back.savedReplies.length + 1}`, await c.req.json()) }, 201),
  );
  api.put('/saved-replies/:id', async (c) => c.json({ savedReply: putReply(c.req.param('id'), await c.req.json()) }));
  api.delete('/saved-replies/:id', (c) => {
    back.savedReplies = back.savedReplies.filter(({ id }) => id !== c.req.param('id'));
    back.tell('saved-replies', {});
    return c.body(null, 204);
  });
  api.get('/templates', (c) => c.json({ templates: back.templates }));
  api.post('/uploads', async (c) => {
    const name = c.req.query('name') ?? '';
    const bytes = (await c.req.arrayBuffer()).byteLength;
    return c.json({ url: `https://inbox.example.com/uploads/1/${name}`, name, type: c.req.header('content-type'), bytes }, 201);
  });
  api.get('/media', (c) => c.body(PICTURE, 200, { 'content-type': 'image/svg+xml' }));
  app.route('/api', api);
  app.route('/', pageRoutes());

  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as import('node:net').AddressInfo;
  return Object.assign(back, {
    url: `http://127.0.0.1:${port}`,
    async close() {
      for (const { rule: _ } of holds) holds.clear();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#6a8caf"/><circle cx="250" cy="50" r="26" fill="#ffe08a"/><path d="M0 180 110 80l70 60 50-40 90 80z" fill="#31506b"/></svg>`;

function problem(status: number, detail: string): Response {
  return new Response(JSON.stringify({ title: 'Problem', status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
