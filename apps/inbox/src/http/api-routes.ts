import type { ApiError, V2TemplateResponse } from '@convapi/core';
import { isConvapiError } from '@convapi/core';
import { Hono } from 'hono';
import { requireSession, type SignedEnv } from '../people/sessions.ts';
import type { ApiContext } from './api-context.ts';
import { checkOrigin } from './check-origin.ts';
import { liveStream } from './live-stream.ts';
import { problem } from './problem.ts';
import { limitBody, requireJson } from './read-json.ts';
import { conversationRoutes } from './routes/conversation-routes.ts';
import { mediaRoutes } from './routes/media-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { savedReplyRoutes } from './routes/saved-reply-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { teamRoutes } from './routes/team-routes.ts';

/** The API behind the page, as `api/contract.ts` has it. Everything but signing in is behind a session. */
export function apiRoutes(context: ApiContext): Hono<SignedEnv> {
  const api = new Hono<SignedEnv>();
  api.use(checkOrigin);
  api.use('/session/*', requireJson, limitBody());
  api.route('/session', sessionRoutes(context));
  api.use(requireSession(context.team));
  api.route('/', mediaRoutes(context));
  api.use(requireJson, limitBody());
  api.get('/events', (c) => liveStream(context.hub, c.get('signed').agent.id));
  api.get('/templates', async (c) => {
    try {
      const templates: V2TemplateResponse[] = [];
      for await (const template of context.client.templates.list()) templates.push(template);
      return c.json({ templates });
    } catch (error) {
      if (!isConvapiError(error)) throw error;
      return problem(c, 502, `The service does not give its templates: ${(error as ApiError).message}`);
    }
  });
  api.route('/team', teamRoutes(context));
  api.route('/conversations', conversationRoutes(context));
  api.route('/conversations', messageRoutes(context));
  api.route('/saved-replies', savedReplyRoutes(context));
  return api;
}
