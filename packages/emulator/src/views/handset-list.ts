import { type HandsetEntry, identityKey } from '../resources/channels/index.ts';
import type { Store } from '../service/index.ts';
import type { HandsetOverview } from './control-api.ts';
import { toHandsetSummary } from './handset-view.ts';

/** Every phone that has something on it, the one with the newest message first. */
export function listHandsets(store: Store): HandsetOverview[] {
  const all = [...store.handsets.handsets()].flatMap((entries) => (entries.length === 0 ? [] : [toOverview(store, entries)]));
  return all.sort((a, b) => (b.last?.seq ?? 0) - (a.last?.seq ?? 0));
}

/** One phone; it may have nothing on it yet. */
export function showHandset(store: Store, channel: string, identity: string): HandsetOverview {
  return toOverview(store, store.handsets.of(channel, identity), { channel, identity });
}

function toOverview(store: Store, entries: readonly HandsetEntry[], address?: { channel: string; identity: string }): HandsetOverview {
  const all = entries.map(({ shown }) => shown);
  const last = all.at(-1);
  const { channel, identity } = last ?? address ?? { channel: '', identity: '' };
  const [contact] = store.contacts.withIdentity(channel, identity);
  return {
    channel,
    identity,
    name: store.profiles.get(identityKey(channel, identity)) ?? contact?.display_name ?? '',
    ...(contact ? { contact_id: contact.id } : {}),
    app_ids: [...new Set(all.map(({ app_id }) => app_id))],
    messages: all.length,
    unread: all.filter(({ direction, status }) => direction === 'TO_CONTACT' && status !== 'READ' && status !== 'FAILED').length,
    last: last ? toHandsetSummary(store, last) : null,
    typing: [...store.handsets.typing(channel, identity)],
  };
}
