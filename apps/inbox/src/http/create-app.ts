import type { WebhookHandler } from '@convapi/webhook-verifier';
import { sql } from 'drizzle-orm';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { isDatabaseAway, plainError, refusedData } from '../database/errors.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import { readUpload } from '../media/uploads.ts';
import { isBearer } from '../observing/is-bearer.ts';
import type { Metrics } from '../observing/metrics.ts';
import { requireAdmin, requireSession, signInByLink } from '../people/sessions.ts';
import type { ApiContext } from './api-context.ts';
import { apiRoutes } from './api-routes.ts';
import { FieldError } from './fields.ts';
import { pageRoutes } from './page-routes.ts';
import { problem } from './problem.ts';

/** What the app is made of. */
export interface AppParts extends ApiContext {
  webhook: WebhookHandler;
  logger: InboxLogger;
  metrics: Metrics;
  /** Opens `/metrics` to a program. */
  metricsToken: string | undefined;
  /** False once the inbox is about to end: a proxy sends no more requests here. */
  isReady(): boolean;
}

/**
 * All routes. Open to anyone are `/webhook`, the health, the files of the page, which hold nothing that anybody wrote, and
 * files that were put in to be sent, for who has their address. The rest is for those who are signed in.
 */
export function createApp({ webhook, logger, metrics, metricsToken, isReady, ...context }: AppParts): Hono {
  const { db, team, clientAddress } = context;
  const app = new Hono();
  app.use(measure(metrics));
  app.all('/webhook', (c) => webhook(c.req.raw));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    if (!isReady()) return problem(c, 503, 'The inbox is about to end.');
    await db.execute(sql`SELECT 1`);
    return c.json({ status: 'ok' });
  });
  app.get('/metrics', async (c, next) => {
    if (metricsToken !== undefined && isBearer(c.req.header('authorization'), metricsToken)) return metricsOf(c, metrics);
    return next();
  });
  app.get('/metrics', requireSession(team), requireAdmin, (c) => metricsOf(c, metrics));
  app.get('/sign-in', async (c) => {
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    const cookies = await signInByLink(team, c, clientAddress(c), c.req.query('token') ?? '');
    for (const cookie of cookies || []) c.header('set-cookie', cookie, { append: true });
    return c.redirect(cookies ? '/' : '/?problem=link', 303);
  });
  app.get('/uploads/:id/:name', async (c) => (await readUpload(db, c.req.param('id'))) ?? c.notFound());
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('x-content-type-options', 'nosniff');
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });
  app.route('/api', apiRoutes(context));
  app.route('/', pageRoutes());
  app.notFound((c) => problem(c, 404, 'There is nothing at this address.'));
  app.onError((error, c) => toProblem(error, c, logger));
  return app;
}

function toProblem(error: unknown, c: Context, logger: InboxLogger): Response {
  if (error instanceof FieldError) return problem(c, 400, error.message);
  const refused = refusedData(error);
  if (refused) return problem(c, 400, `The database does not take a value of this request: ${refused.message}.`);
  if (isDatabaseAway(error)) {
    logger.warn(`${c.req.method} ${c.req.path} failed, because the database is away.`);
    return problem(c, 503, 'The database does not answer. Nothing was changed; try again in a moment.');
  }
  logger.error(`${c.req.method} ${c.req.path} failed.`, plainError(error));
  return problem(c, 500, 'Something went wrong in the inbox. Its log tells more.');
}

async function metricsOf(c: Context, metrics: Metrics): Promise<Response> {
  const { type, text } = await metrics.read();
  return c.body(text, 200, { 'content-type': type });
}

function measure(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    // of all that matched, the last is what answered; middleware is for any method
    const route = matchedRoutes(c).findLast(({ method }) => method === c.req.method);
    metrics.request(c.req.method, route?.path ?? 'other', c.res.status, (performance.now() - startedAt) / 1000);
  };
}
