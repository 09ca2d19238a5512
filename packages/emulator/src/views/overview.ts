import type { Overview } from './control-api.ts';
import type { Views } from './create-views.ts';
import { listHandsets } from './handset-list.ts';

/** What a dashboard draws first, as of one moment. */
export function toOverview(views: Views): Omit<Overview, 'project_id' | 'key_id' | 'api' | 'token_url' | 'region'> {
  const { store, feed, callbacks } = views;
  const apps = [...store.apps.values()];
  return {
    seq: feed.seq(),
    clock: views.clock(),
    apps: apps.map((resource) => ({ region: views.regionOf(resource.id) ?? 'us', resource })),
    webhooks: apps.flatMap(({ id }) => store.webhooks.ofApp(id)),
    handsets: listHandsets(store),
    faults: views.faults(),
    answers: views.answers(),
    counts: {
      contacts: count(store.contacts.all()),
      conversations: apps.reduce((sum, { id }) => sum + store.conversations.ofApp(id).length, 0),
      messages: views.messages().length,
      dropped_callbacks: callbacks.all().filter(({ state }) => state === 'dropped').length,
    },
  };
}

function count(items: Iterable<unknown>): number {
  let number = 0;
  for (const _ of items) number += 1;
  return number;
}
