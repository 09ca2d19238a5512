import { Hono } from 'hono';
import type { Database } from '../database/database.ts';
import type { LiveHub } from '../live-hub.ts';
import type { Sender, SendResult } from '../sending/create-sender.ts';
import { parseDraft } from '../sending/parse-draft.ts';
import { hasConversation, markRead } from '../store/conversations.ts';
import { getMessage } from '../store/messages.ts';
import { readConversation, readConversations, readThread, toMessageViews } from '../store/read-views.ts';
import type { MessageView } from '../views.ts';
import { liveStream } from './live-stream.ts';
import { problem } from './problem.ts';
import { readJson } from './read-json.ts';

const MAX_CONVERSATIONS = 200;
const PAGE_SIZE = 100;

/** What the API works with. */
export interface ApiContext {
  db: Database;
  hub: LiveHub;
  sender: Sender;
}

/** The API behind the page. */
export function apiRoutes({ db, hub, sender }: ApiContext): Hono {
  const api = new Hono();
  api.get('/events', () => liveStream(hub));
  api.get('/conversations', async (c) => c.json({ conversations: await readConversations(db, MAX_CONVERSATIONS) }));

  api.use('/conversations/:id/*', async (c, next) =>
    (await hasConversation(db, c.req.param('id'))) ? next() : problem(c, 404, 'There is no such conversation.'),
  );
  api.get('/conversations/:id', async (c) => {
    const conversation = await readConversation(db, c.req.param('id'));
    return conversation ? c.json({ conversation }) : problem(c, 404, 'There is no such conversation.');
  });
  api.get('/conversations/:id/messages', async (c) => {
    const messages = await readThread(db, c.req.param('id'), PAGE_SIZE + 1, c.req.query('before'));
    return c.json({ messages: messages.slice(-PAGE_SIZE), hasEarlier: messages.length > PAGE_SIZE });
  });
  api.post('/conversations/:id/messages', async (c) => {
    const draft = parseDraft(await readJson(c.req));
    if ('problem' in draft) return problem(c, 400, draft.problem);
    return answer(await sender.send(c.req.param('id'), draft.message));

    async function answer(result: SendResult): Promise<Response> {
      const message = await viewOf(db, result.id);
      return result.failure ? problem(c, 502, result.failure.text, { message }) : c.json({ message }, 201);
    }
  });
  api.post('/conversations/:id/messages/:messageId/retry', async (c) => {
    const result = await sender.retry(c.req.param('id'), c.req.param('messageId'));
    if (result === undefined)
      return problem(c, 409, 'Only a message of this conversation that was not sent, or that failed, can be sent again, and once.');
    const message = await viewOf(db, result.id);
    return result.failure ? problem(c, 502, result.failure.text, { message }) : c.json({ message });
  });
  api.post('/conversations/:id/read', async (c) => {
    const conversationId = c.req.param('id');
    if (await markRead(db, conversationId)) hub.publish({ conversationId });
    return c.body(null, 204);
  });
  return api;
}

async function viewOf(db: Database, id: string): Promise<MessageView | undefined> {
  const message = await getMessage(db, id);
  return message && (await toMessageViews(db, [message]))[0];
}
