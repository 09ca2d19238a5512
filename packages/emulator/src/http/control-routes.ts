import { Hono } from 'hono';
import { MAGIC_IDENTITIES } from '../behaviour/magic-identities.ts';
import type { EmulatorControl } from '../control/control.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import { actAsContact } from './act-as-contact.ts';
import { emulatorError, json } from './answers.ts';
import { type Fields, optional, toAnswer, toChannel, toNumber } from './control-fields.ts';
import { coverage } from './coverage.ts';
import { readJson } from './read-json.ts';

const FILTER_NAMES: readonly string[] = ['trigger', 'app_id', 'message_id', 'status', 'channel', 'identity'];

/** `/_emulator/*`: {@link EmulatorControl} over HTTP. */
export function createControlRoutes(control: EmulatorControl, about: () => object): Hono {
  const routes = new Hono();
  routes.onError((error) => {
    if (isEmulatorError(error)) return emulatorError(400, 'bad-request', error.message);
    throw error;
  });
  routes.get('/', () => json(200, about()));
  routes.get('/callbacks', (c) =>
    json(200, { callbacks: select(control.callbacks(), c.req.query(), ['trigger', 'app_id', 'state', 'webhook_id']) }),
  );
  routes.get('/events', (c) => json(200, { events: select(control.events(), c.req.query(), ['trigger', 'app_id']) }));
  routes.get('/messages', (c) => json(200, { messages: control.messages(c.req.query()) }));
  routes.get('/identities', () => json(200, { identities: MAGIC_IDENTITIES }));
  routes.get('/coverage', () => json(200, { operations: coverage() }));
  routes.get('/clock', () => json(200, { now: new Date(control.now()).toISOString() }));
  addWrites(routes, control);
  routes.all('*', (c) => emulatorError(404, 'not-found', `There is no ${c.req.method} ${c.req.path}. GET /_emulator lists what there is.`));
  return routes;
}

function addWrites(routes: Hono, control: EmulatorControl): void {
  routes.post('/inbound', async (c) => json(200, actAsContact(control, await fields(c.req.raw))));
  routes.put('/channels/:channel', async (c) => {
    const { identity, ...answer } = await fields(c.req.raw);
    control.channel(toChannel(c.req.param('channel'))).answers(toAnswer(answer), { ...optional('identity', identity) });
    return json(200, {});
  });
  routes.delete('/channels/:channel', async (c) => {
    control.channel(toChannel(c.req.param('channel'))).reset({ ...optional('identity', c.req.query('identity')) });
    return json(200, {});
  });
  routes.post('/clock', async (c) => {
    await control.advance(toNumber('advance_ms', (await fields(c.req.raw)).advance_ms));
    return json(200, { now: new Date(control.now()).toISOString() });
  });
  routes.post('/wait', async (c) => {
    const { timeout_ms: timeout, ...filter } = await fields(c.req.raw);
    const unknown = Object.keys(filter).find((name) => !FILTER_NAMES.includes(name));
    // A misspelt name would make the filter fit everything.
    if (unknown !== undefined) throw new EmulatorError(`${unknown} is no filter. There are ${FILTER_NAMES.join(', ')}.`);
    return json(200, await control.waitFor(filter, timeout === undefined ? {} : { timeoutMs: toNumber('timeout_ms', timeout) }));
  });
  routes.post('/idle', async (c) => {
    await fields(c.req.raw);
    await control.idle();
    return json(200, {});
  });
  routes.post('/reset', async (c) => {
    await fields(c.req.raw);
    control.reset();
    return json(200, {});
  });
}

/** A page of another site can post forms, but no JSON: so writes take nothing else. */
async function fields(request: Request): Promise<Fields> {
  const body = await readJson(request);
  if ('problem' in body) throw new EmulatorError(`${body.message}. Send a JSON object, {} if there is nothing to say.`);
  if (typeof body.value !== 'object' || body.value === null || Array.isArray(body.value))
    throw new EmulatorError('The body must be a JSON object.');
  return body.value as Fields;
}

function select<T extends object>(entries: T[], query: Record<string, string>, names: string[]): T[] {
  return entries.filter((entry) => names.every((name) => query[name] === undefined || (entry as Fields)[name] === query[name]));
}
