import type { Hono } from 'hono';
import { json } from '../requests/index.ts';
import { listHandsets, showHandset, toHandsetSummary, toHandsetView, toOverview } from '../views/index.ts';
import { readQuery } from './control-query.ts';
import { toLogPage } from './log-page.ts';
import type { SpaceOf } from './space-of.ts';
import { answerStream } from './stream-route.ts';

/** What is there right now, each with the moment for which that is right, and the stream of what happens then. */
export function addWatchRoutes(routes: Hono, spaceOf: SpaceOf): void {
  routes.get('/stream', (c) => answerStream(c, spaceOf(c)));
  routes.get('/overview', (c) => {
    readQuery(c, []);
    const { about, views } = spaceOf(c);
    return json(200, { ...about(), ...toOverview(views) });
  });
  routes.get('/handsets', (c) => {
    const { channel, identity, app_id: appId, q } = readQuery(c, ['channel', 'identity', 'app_id', 'q']);
    const { store, feed } = spaceOf(c).views;
    const words = q?.toLowerCase();
    const handsets = listHandsets(store).filter(
      (one) =>
        (channel === undefined || one.channel === channel) &&
        (identity === undefined || one.identity === identity.replace(/^\+/, '')) &&
        (appId === undefined || one.app_ids.includes(appId)) &&
        (words === undefined || `${one.channel} ${one.identity} ${one.name}`.toLowerCase().includes(words)),
    );
    return json(200, { handsets, seq: feed.seq() });
  });
  routes.get('/handsets/:channel/:identity', (c) => {
    const { store, feed } = spaceOf(c).views;
    const { channel, identity } = c.req.param();
    const { entries, page } = toLogPage(c, {
      entries: store.handsets.of(channel, identity).map(({ shown }) => shown),
      seqOf: (message) => store.handsets.seqOf(message),
      filters: { app_id: (message) => message.app_id },
      full: (message) => toHandsetView(store, message),
      summary: (message) => toHandsetSummary(store, message),
      seq: feed.seq(),
    });
    const { messages: _count, ...overview } = showHandset(store, channel, identity);
    return json(200, { ...overview, entries, ...page });
  });
  routes.get('/channels', (c) => {
    readQuery(c, []);
    const { answers, feed } = spaceOf(c).views;
    return json(200, { answers: answers(), seq: feed.seq() });
  });
  routes.get('/plan', (c) => {
    readQuery(c, []);
    const { planned, feed } = spaceOf(c).views;
    return json(200, { ...planned(), seq: feed.seq() });
  });
}
