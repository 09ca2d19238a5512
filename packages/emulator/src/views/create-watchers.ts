import type { Feed, Watchers } from '../feed/index.ts';
import type { PlannedJob } from '../jobs/index.ts';
import type { HandsetEntry } from '../resources/channels/index.ts';
import type { ServiceJob } from '../service/index.ts';
import type { Change, ResourceType } from './change.ts';

/** What is told of each part of the state when a row of it changes; the other parts are nobody's concern. */
export function createWatchers(feed: Feed<Change>, now: () => number): Watchers {
  const resource = (type: ResourceType) => (id: string, row: unknown) => void feed.add({ type, id, row });
  return {
    apps: resource('app'),
    webhooks: resource('webhook'),
    contacts: resource('contact'),
    conversations: resource('conversation'),
    keys: resource('key'),
    // One that is gone was pushed out by newer ones, which a listener does with its own.
    handset_messages: (_, row) => row !== undefined && void feed.add({ type: 'handset', entry: row as HandsetEntry }),
    channel_answers: () => void feed.add({ type: 'answers' }),
    // That ids were given is noted there too.
    meta: (key) => key === 'clock' && void feed.add({ type: 'clock' }),
    jobs: createPlanWatcher(feed, now),
  };
}

/** Most jobs are for the next turn, and nobody has to hear of those. */
function createPlanWatcher(feed: Feed<Change>, now: () => number): Watchers[string] {
  const later = new Set<string>();
  return (key, row) => {
    if (row !== undefined && (row as PlannedJob<ServiceJob>).dueMs > now()) later.add(key);
    else if (!later.delete(key)) return;
    feed.add({ type: 'plan' });
  };
}
