import type { WebhookHandler } from '@convapi/webhook-verifier';
import { Hono } from 'hono';
import { isRefusedData } from '../database/is-refused-data.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import { type ApiContext, apiRoutes } from './api-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { problem } from './problem.ts';
import { limitBody, requireJson } from './read-json.ts';
import { requireKey } from './require-key.ts';

/** What the app is made of. */
export interface AppParts extends ApiContext {
  webhook: WebhookHandler;
  accessKey: string;
  logger: InboxLogger;
}

/** All routes. `/webhook` and `/healthz` are for anyone, the rest is for those who have the key. */
export function createApp({ webhook, accessKey, logger, ...context }: AppParts): Hono {
  const app = new Hono();
  app.all('/webhook', (c) => webhook(c.req.raw));
  app.get('/healthz', async (c) => {
    await context.db.query('SELECT 1');
    return c.json({ status: 'ok' });
  });
  app.use(requireKey(accessKey));
  app.use('/api/*', requireJson, limitBody(), async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  app.route('/api', apiRoutes(context));
  app.route('/', pageRoutes());
  app.notFound((c) => problem(c, 404, 'There is nothing at this address.'));
  app.onError((error, c) => {
    if (isRefusedData(error)) return problem(c, 400, `The database does not take a value of this request: ${error.message}.`);
    logger.error(`${c.req.method} ${c.req.path} failed.`, error);
    return problem(c, 500, 'Something went wrong in the inbox. Its log tells more.');
  });
  return app;
}
