import { type Context, Hono } from 'hono';
import { behaviourCoverage } from '../claims/index.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import type { Space } from '../namespaces/index.ts';
import { type BodyLimits, emulatorError, json } from '../requests/index.ts';
import { MAGIC_IDENTITIES } from '../resources/channels/index.ts';
import type { EmulatorSnapshot } from '../snapshots/index.ts';
import { actAsContact } from './act-as-contact.ts';
import { type Fields, optional, readFields, toAnswer, toChannel, toNumber } from './control-fields.ts';
import type { ControlOf } from './control-of.ts';
import { coverage } from './coverage.ts';
import { addFaultRoutes } from './fault-routes.ts';
import { toChannelNews } from './to-channel-news.ts';

const FILTER_NAMES: readonly string[] = ['trigger', 'app_id', 'message_id', 'status', 'channel', 'identity'];

/** A snapshot of a long test run is large. */
const SNAPSHOT_LIMITS: BodyLimits = { mostBytes: 256 * 1024 * 1024, mostLevels: 80 };

/**
 * `/_emulator/*`: {@link EmulatorControl} over HTTP.
 *
 * @param spaceOf which project a call is about
 */
export function createControlRoutes(spaceOf: (c: Context) => Space): Hono {
  const routes = new Hono();
  const of: ControlOf = (c) => spaceOf(c).control;
  routes.use(async (c, next) => {
    const answer = await spaceOf(c).answerStored(c.req.raw, async () => {
      await next();
      return c.res;
    });
    if (answer === c.res) return;
    // Not merged with the one that it replaces.
    c.res = undefined;
    c.res = answer;
  });
  routes.onError((error) => {
    if (isEmulatorError(error)) return emulatorError(400, 'bad-request', error.message);
    throw error;
  });
  routes.get('/', (c) => json(200, spaceOf(c).about()));
  routes.get('/callbacks', (c) =>
    json(200, { callbacks: select(of(c).callbacks(), c.req.query(), ['trigger', 'app_id', 'state', 'webhook_id']) }),
  );
  routes.get('/events', (c) => json(200, { events: select(of(c).events(), c.req.query(), ['trigger', 'app_id']) }));
  routes.get('/messages', (c) => json(200, { messages: of(c).messages(c.req.query()) }));
  routes.get('/identities', () => json(200, { identities: MAGIC_IDENTITIES }));
  routes.get('/coverage', () => json(200, { operations: coverage(), behaviour: behaviourCoverage() }));
  routes.get('/clock', (c) => json(200, { now: new Date(of(c).now()).toISOString() }));
  routes.get('/snapshot', (c) => json(200, of(c).snapshot()));
  addWrites(routes, of);
  addFaultRoutes(routes, of);
  routes.all('*', (c) => emulatorError(404, 'not-found', `There is no ${c.req.method} ${c.req.path}. GET /_emulator lists what there is.`));
  return routes;
}

function addWrites(routes: Hono, of: ControlOf): void {
  routes.post('/inbound', async (c) => json(200, actAsContact(of(c), await readFields(c.req.raw))));
  routes.put('/channels/:channel', async (c) => {
    const { identity, ...answer } = await readFields(c.req.raw);
    of(c)
      .channel(toChannel(c.req.param('channel')))
      .answers(toAnswer(answer), { ...optional('identity', identity) });
    return json(200, {});
  });
  routes.post('/channels/:channel/events', async (c) => {
    const { news, only } = toChannelNews(await readFields(c.req.raw));
    of(c)
      .channel(toChannel(c.req.param('channel')))
      .tells(news, only);
    return json(200, {});
  });
  routes.delete('/channels/:channel', async (c) => {
    of(c)
      .channel(toChannel(c.req.param('channel')))
      .reset({ ...optional('identity', c.req.query('identity')) });
    return json(200, {});
  });
  routes.put('/apps/:app_id/consents', async (c) => {
    const { enabled } = await readFields(c.req.raw);
    if (typeof enabled !== 'boolean') throw new EmulatorError('enabled must be true or false.');
    of(c).consents(c.req.param('app_id'), enabled);
    return json(200, {});
  });
  routes.post('/clock', async (c) => {
    await of(c).advance(toNumber('advance_ms', (await readFields(c.req.raw)).advance_ms));
    return json(200, { now: new Date(of(c).now()).toISOString() });
  });
  routes.post('/wait', async (c) => {
    const { timeout_ms: timeout, fresh, ...filter } = await readFields(c.req.raw);
    const unknown = Object.keys(filter).find((name) => !FILTER_NAMES.includes(name));
    // A misspelt name would make the filter fit everything.
    if (unknown !== undefined) throw new EmulatorError(`${unknown} is no filter. There are ${FILTER_NAMES.join(', ')}.`);
    return json(
      200,
      await of(c).waitFor(filter, {
        fresh: fresh === true,
        signal: c.req.raw.signal,
        ...(timeout === undefined ? {} : { timeoutMs: toNumber('timeout_ms', timeout) }),
      }),
    );
  });
  routes.post('/idle', async (c) => {
    await readFields(c.req.raw);
    await of(c).idle({ signal: c.req.raw.signal });
    return json(200, {});
  });
  routes.put('/snapshot', async (c) => {
    // Checked where it is loaded.
    of(c).load((await readFields(c.req.raw, SNAPSHOT_LIMITS)) as unknown as EmulatorSnapshot);
    return json(200, {});
  });
  routes.post('/reset', async (c) => {
    await readFields(c.req.raw);
    of(c).reset();
    return json(200, {});
  });
}

function select<T extends object>(entries: T[], query: Record<string, string>, names: string[]): T[] {
  return entries.filter((entry) => names.every((name) => query[name] === undefined || (entry as Fields)[name] === query[name]));
}
