import { Hono } from 'hono';
import type { SavedReply, SavedReplyInput } from '../../src/api/contract.ts';
import { type FakeStore, ME, problem } from './fake-store.ts';

const PASSWORD = 'correct horse';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="#6a8caf"/><circle cx="250" cy="50" r="26" fill="#ffe08a"/><path d="M0 180 110 80l70 60 50-40 90 80z" fill="#31506b"/></svg>';

/** Sessions, the team, saved replies, templates and files. */
export function peopleRoutes(store: FakeStore): Hono {
  const api = new Hono();
  api.get('/session', (c) => (store.isSignedIn ? c.json(store.session) : problem(401, 'Sign in first.')));
  api.post('/session', async (c) => {
    const { email, password } = await c.req.json();
    if (email !== ME.email || password !== PASSWORD) return problem(401, 'E-mail and password do not belong together.');
    store.isSignedIn = true;
    return c.json(store.session);
  });
  api.delete('/session', (c) => {
    store.isSignedIn = false;
    return c.body(null, 204);
  });
  api.post('/session/password', (c) => c.body(null, 204));
  api.get('/team', (c) => c.json({ agents: store.team }));

  const putReply = (id: string, { shortcut, text }: SavedReplyInput): SavedReply => {
    const saved = { id, shortcut, text, authorId: ME.id, updatedAt: new Date().toISOString() };
    store.savedReplies = [...store.savedReplies.filter((one) => one.id !== id), saved];
    store.tell('saved-replies', {});
    return saved;
  };
  api.get('/saved-replies', (c) => c.json({ savedReplies: store.savedReplies }));
  api.post('/saved-replies', async (c) => {
    const savedReply = putReply(`reply-${store.savedReplies.length + 1}`, await c.req.json());
    return c.json({ savedReply }, 201);
  });
  api.put('/saved-replies/:id', async (c) => c.json({ savedReply: putReply(c.req.param('id'), await c.req.json()) }));
  api.delete('/saved-replies/:id', (c) => {
    store.savedReplies = store.savedReplies.filter(({ id }) => id !== c.req.param('id'));
    store.tell('saved-replies', {});
    return c.body(null, 204);
  });
  api.get('/templates', (c) => c.json({ templates: store.templates }));
  api.post('/uploads', async (c) => {
    const name = c.req.query('name') ?? '';
    const bytes = (await c.req.arrayBuffer()).byteLength;
    return c.json({ url: `https://inbox.example.com/uploads/1/${name}`, name, type: c.req.header('content-type'), bytes }, 201);
  });
  api.get('/media', (c) => c.body(PICTURE, 200, { 'content-type': 'image/svg+xml' }));
  return api;
}
