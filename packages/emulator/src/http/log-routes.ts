import type { Context, Hono } from 'hono';
import { emulatorError, json } from '../requests/index.ts';
import { type HandsetMessage, identityKey } from '../resources/channels/index.ts';
import {
  describeBody,
  toCallbackEntry,
  toCallbackSummary,
  toEventEntry,
  toEventSummary,
  toHandsetSummary,
  toHandsetView,
} from '../views/index.ts';
import { readQuery } from './control-query.ts';
import { toLogPage } from './log-page.ts';
import type { SpaceOf } from './space-of.ts';

/** The logs, page by page, and single entries of them. */
export function addLogRoutes(routes: Hono, spaceOf: SpaceOf): void {
  routes.get('/events', (c) => {
    const { events, feed } = spaceOf(c).views;
    const { entries, page } = toLogPage(c, {
      entries: events.all(),
      seqOf: ({ seq }) => seq,
      filters: {
        trigger: ({ trigger }) => trigger,
        app_id: (event) => event.app_id,
        message_id: ({ trigger, body }) => describeBody(trigger, body).message_id,
      },
      full: toEventEntry,
      summary: toEventSummary,
      seq: feed.seq(),
    });
    return json(200, { events: entries, ...page });
  });
  routes.get('/callbacks', (c) => {
    const { callbacks, feed } = spaceOf(c).views;
    const { entries, page } = toLogPage(c, {
      entries: callbacks.all(),
      seqOf: ({ seq }) => seq,
      filters: {
        trigger: ({ trigger }) => trigger,
        app_id: (callback) => callback.app_id,
        webhook_id: (callback) => callback.webhook_id ?? '',
        state: ({ state }) => state,
        message_id: ({ trigger, event }) => describeBody(trigger, event).message_id,
      },
      full: toCallbackEntry,
      summary: toCallbackSummary,
      seq: feed.seq(),
    });
    return json(200, { callbacks: entries, ...page });
  });
  routes.get('/callbacks/:id', (c) => {
    readQuery(c, []);
    const { callbacks, feed } = spaceOf(c).views;
    const record = callbacks.find(c.req.param('id'));
    return record ? json(200, { callback: toCallbackEntry(record), seq: feed.seq() }) : forgotten('callback', c);
  });
  routes.get('/messages', (c) => {
    const { views } = spaceOf(c);
    const channel = new URL(c.req.url).searchParams.get('channel');
    const { entries, page } = toLogPage(c, {
      entries: views.messages(),
      seqOf: (message) => views.store.handsets.seqOf(message),
      filters: {
        channel: (message) => message.channel,
        identity: (message) => asAsked(message, channel, c.req.query('identity') ?? ''),
        app_id: (message) => message.app_id,
        message_id: (message) => message.message_id,
      },
      full: (message) => toHandsetView(views.store, message),
      summary: (message) => toHandsetSummary(views.store, message),
      seq: views.feed.seq(),
    });
    return json(200, { messages: entries, ...page });
  });
  routes.get('/requests', (c) => {
    const { requests, request, feed } = spaceOf(c).views;
    const { entries, page } = toLogPage(c, {
      entries: requests.all(),
      seqOf: ({ seq }) => seq,
      filters: {
        operation: (entry) => request.summary(entry).operation,
        method: ({ method }) => method,
        status: ({ status }) => String(status),
        app_id: (entry) => request.summary(entry).app_id,
      },
      full: request.entry,
      summary: request.summary,
      seq: feed.seq(),
    });
    return json(200, { requests: entries, ...page });
  });
  routes.get('/requests/:id', (c) => {
    readQuery(c, []);
    const { requests, request, feed } = spaceOf(c).views;
    const found = requests.all().find(({ seq }) => String(seq) === c.req.param('id'));
    return found ? json(200, { request: request.entry(found), seq: feed.seq() }) : forgotten('call', c);
  });
}

/** Phone numbers may be written in many ways: the address as it was asked for, where it is the same. */
function asAsked({ channel, identity }: HandsetMessage, asked: string | null, wanted: string): string {
  return identityKey(asked ?? channel, wanted) === identityKey(channel, identity) ? wanted : identity;
}

function forgotten(what: string, c: Context): Response {
  return emulatorError(404, 'not-found', `There is no ${what} ${c.req.param('id')}. It may be forgotten by now.`);
}
