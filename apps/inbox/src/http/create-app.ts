import type { WebhookHandler } from '@convapi/webhook-verifier';
import { Hono } from 'hono';
import type { InboxLogger } from '../inbox-options.ts';
import { type ApiContext, apiRoutes } from './api-routes.ts';
import { guardLocal } from './guard-local.ts';
import { pageRoutes } from './page-routes.ts';
import { problem } from './problem.ts';
import { limitBody, requireJson } from './read-json.ts';

/** What the app is made of. */
export interface AppParts extends ApiContext {
  webhook: WebhookHandler;
  host: string | undefined;
  logger: InboxLogger;
}

/** All routes. `/webhook` and `/healthz` are for anyone, the rest is for this machine. */
export function createApp({ webhook, host, logger, ...context }: AppParts): Hono {
  const app = new Hono();
  app.all('/webhook', (c) => webhook(c.req.raw));
  app.get('/healthz', async (c) => {
    await context.db.query('SELECT 1');
    return c.json({ status: 'ok' });
  });
  app.use(guardLocal(host));
  app.use('/api/*', requireJson, limitBody(), async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('x-content-type-options', 'nosniff');
  });
  app.route('/api', apiRoutes(context));
  app.route('/', pageRoutes());
  app.notFound((c) => problem(c, 404, 'There is nothing at this address.'));
  app.onError((error, c) => {
    logger.error(`${c.req.method} ${c.req.path} failed.`, error);
    return problem(c, 500, 'Something went wrong in the inbox. Its log tells more.');
  });
  return app;
}
