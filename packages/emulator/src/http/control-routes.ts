import { type Context, Hono } from 'hono';
import { behaviourCoverage } from '../claims/index.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import type { MediaStore } from '../media/index.ts';
import { type Space, toEmulator } from '../namespaces/index.ts';
import { type BodyLimits, emulatorError, json } from '../requests/index.ts';
import { MAGIC_IDENTITIES } from '../resources/channels/index.ts';
import type { EmulatorSnapshot } from '../snapshots/index.ts';
import type { ClockState } from '../views/index.ts';
import { actAsContact } from './act-as-contact.ts';
import { answerAsOwner } from './as-owner.ts';
import { optional, readFields, toAnswer, toChannel, toNumber, toOneOf } from './control-fields.ts';
import { readQuery } from './control-query.ts';
import { coverage } from './coverage.ts';
import { addFaultRoutes } from './fault-routes.ts';
import { addLogRoutes } from './log-routes.ts';
import { takeMedia } from './media-routes.ts';
import { addPlayRoutes } from './play-routes.ts';
import { answerPostman } from './postman.ts';
import { refuseOtherPages } from './same-origin.ts';
import type { SpaceOf } from './space-of.ts';
import { toChannelNews } from './to-channel-news.ts';
import { addWatchRoutes } from './watch-routes.ts';

/** Filters of a wait. */
const FILTER_NAMES: readonly string[] = ['trigger', 'app_id', 'message_id', 'status', 'channel', 'identity'];

/** A snapshot of a long test run is large. */
const SNAPSHOT_LIMITS: BodyLimits = { mostBytes: 256 * 1024 * 1024, mostLevels: 80 };

/** What {@link createControlRoutes} works with. */
export interface ControlRouteParts {
  spaceOf: SpaceOf;
  /** Files of messages, for all projects. */
  media: MediaStore;
  /** Address of the emulator. */
  url: () => string;
  /** Path below which these routes are, for a call. */
  pathOf: (c: Context) => string;
}

/** `/_emulator/*`: `EmulatorControl` over HTTP. */
export function createControlRoutes({ spaceOf, media, url, pathOf }: ControlRouteParts): Hono {
  const routes = new Hono();
  const of = (c: Context) => spaceOf(c).control;
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
  routes.get('/', (c) => {
    readQuery(c, []);
    return json(200, spaceOf(c).about());
  });
  addLogRoutes(routes, spaceOf);
  addWatchRoutes(routes, spaceOf);
  addPlayRoutes(routes, spaceOf);
  routes.get('/identities', (c) => {
    readQuery(c, []);
    return json(200, { identities: MAGIC_IDENTITIES });
  });
  routes.get('/coverage', (c) => {
    readQuery(c, []);
    return json(200, { operations: coverage(), behaviour: behaviourCoverage() });
  });
  routes.get('/clock', (c) => {
    readQuery(c, []);
    return json(200, showClock(spaceOf(c)));
  });
  routes.get('/snapshot', (c) => {
    readQuery(c, []);
    return json(200, of(c).snapshot());
  });
  routes.post('/media', (c) => takeMedia(c, media, url()));
  routes.get('/postman.json', (c) => {
    readQuery(c, []);
    const space = spaceOf(c);
    return refuseOtherPages(c.req.raw) ?? answerPostman(toEmulator(space, url()), space.settings.region, url() + pathOf(c));
  });
  routes.all('/as-owner/*', (c) => answerAsOwner(c, spaceOf(c)));
  addWrites(routes, spaceOf);
  addFaultRoutes(routes, spaceOf);
  routes.all('*', (c) => emulatorError(404, 'not-found', `There is no ${c.req.method} ${c.req.path}. GET /_emulator lists what there is.`));
  return routes;
}

/** The time, and the moment for which that is right. */
function showClock({ views }: Space): ClockState {
  return { ...views.clock(), seq: views.feed.seq() };
}

function addWrites(routes: Hono, spaceOf: SpaceOf): void {
  const of = (c: Context) => spaceOf(c).control;
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
      .reset({ ...optional('identity', readQuery(c, ['identity']).identity) });
    return json(200, {});
  });
  routes.put('/apps/:app_id/consents', async (c) => {
    const { enabled } = await readFields(c.req.raw);
    if (typeof enabled !== 'boolean') throw new EmulatorError('enabled must be true or false.');
    of(c).consents(c.req.param('app_id'), enabled);
    return json(200, {});
  });
  routes.post('/clock', async (c) => {
    const { advance_ms: ms, to } = await readFields(c.req.raw);
    if (to === undefined) {
      await of(c).advance(toNumber('advance_ms', ms));
      return json(200, showClock(spaceOf(c)));
    }
    toOneOf('to', to, ['next']);
    if (ms !== undefined) throw new EmulatorError('Send advance_ms or to, not both.');
    const happened = (await of(c).advanceToNext()) ?? null;
    return json(200, { ...showClock(spaceOf(c)), happened });
  });
  routes.post('/wait', async (c) => {
    const { timeout_ms: timeout, fresh, after, ...filter } = await readFields(c.req.raw);
    const unknown = Object.keys(filter).find((name) => !FILTER_NAMES.includes(name));
    // A misspelt name would make the filter fit everything.
    if (unknown !== undefined) throw new EmulatorError(`${unknown} is no filter. There are ${FILTER_NAMES.join(', ')}.`);
    return json(
      200,
      await of(c).waitFor(filter, {
        fresh: fresh === true,
        ...(after === undefined ? {} : { after: toNumber('after', after) }),
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
