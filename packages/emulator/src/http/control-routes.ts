import { CHANNELS, type ConversationChannel, REASON_CODES, type ReasonCode } from '@convapi/core';
import { Hono } from 'hono';
import type { ChannelAnswer } from '../behaviour/channel-answers.ts';
import type { ContactActor } from '../control/contact-actor.ts';
import type { EmulatorControl } from '../control/control.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import { emulatorError, json } from './answers.ts';
import { readJson } from './read-json.ts';

type Fields = Record<string, unknown>;

const FILTER_NAMES: readonly string[] = ['trigger', 'app_id', 'message_id', 'status', 'channel', 'identity'];

const ANSWER_STATUSES: readonly string[] = ['QUEUED_ON_CHANNEL', 'DELIVERED', 'READ', 'FAILED'];

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
  routes.get('/clock', () => json(200, { now: new Date(control.now()).toISOString() }));
  addWrites(routes, control);
  routes.all('*', (c) => emulatorError(404, 'not-found', `There is no ${c.req.method} ${c.req.path}. GET /_emulator lists what there is.`));
  return routes;
}

function addWrites(routes: Hono, control: EmulatorControl): void {
  routes.post('/inbound', async (c) => json(200, act(control, await fields(c.req.raw))));
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

function act(control: EmulatorControl, body: Fields): object {
  const identity = toText('identity', body.identity);
  const actor = control.contact(identity, toChannel(toText('channel', body.channel)), optional('app_id', body.app_id));
  const wanted = Object.keys(ACTIONS).filter((name) => body[name] !== undefined);
  const [name] = wanted;
  const action = name === undefined ? undefined : ACTIONS[name];
  if (!action || wanted.length !== 1) throw new EmulatorError(`The body needs exactly one of ${Object.keys(ACTIONS).join(', ')}.`);
  return action(actor, body[name ?? '']);
}

const ACTIONS: Readonly<Record<string, (actor: ContactActor, value: unknown) => object>> = {
  text: (actor, value) => actor.writes(toText('text', value)),
  tap: (actor, value) =>
    actor.taps(typeof value === 'string' ? value : { postback: toText('tap.postback', toObject('tap', value).postback) }),
  location: (actor, value) => {
    const { latitude, longitude, title, label } = toObject('location', value);
    return actor.sharesLocation({
      latitude: toNumber('location.latitude', latitude),
      longitude: toNumber('location.longitude', longitude),
      ...optional('title', title),
      ...optional('label', label),
    });
  },
  media: (actor, value) => {
    const { url, caption } = toObject('media', value);
    return actor.sendsMedia(toText('media.url', url), caption === undefined ? undefined : toText('media.caption', caption));
  },
  read: (actor, value) => actor.reads(value === true ? undefined : toText('read', value)),
  typing: (actor, value) => actor.types(value !== false),
};

function toAnswer({ status, reason }: Fields): ChannelAnswer {
  if (!ANSWER_STATUSES.includes(String(status))) throw new EmulatorError(`status must be one of ${ANSWER_STATUSES.join(', ')}.`);
  const code = reason === undefined || typeof reason === 'string' ? reason : toObject('reason', reason).code;
  if (code !== undefined && !REASON_CODES.includes(code as ReasonCode)) {
    throw new EmulatorError(`reason must be one of ${REASON_CODES.join(', ')}, or an object with such a code.`);
  }
  return { status, ...(reason === undefined ? {} : { reason }) } as ChannelAnswer;
}

function toChannel(value: string): ConversationChannel {
  const known = CHANNELS.find((channel) => channel === value);
  if (!known) throw new EmulatorError(`channel must be one of ${CHANNELS.join(', ')}, not ${value}.`);
  return known;
}

function toText(name: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new EmulatorError(`${name} must be a text.`);
  return value;
}

function toNumber(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new EmulatorError(`${name} must be a number.`);
  return value;
}

function toObject(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new EmulatorError(`${name} must be an object.`);
  return value as Fields;
}

function optional<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: toText(name, value) } as Record<K, string>);
}

function select<T extends object>(entries: T[], query: Record<string, string>, names: string[]): T[] {
  return entries.filter((entry) => names.every((name) => query[name] === undefined || (entry as Fields)[name] === query[name]));
}
