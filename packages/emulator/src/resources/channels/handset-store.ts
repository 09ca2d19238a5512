import { createMultiMap, createTable, type NoteFor, type Part } from '../../store/index.ts';
import type { DeliveryHead, HandsetMessage } from './handset-message.ts';
import { identityKey } from './identity.ts';

/** A message on a handset and, when the app sent it, the delivery that a read report belongs to. */
export interface HandsetEntry {
  shown: HandsetMessage;
  delivery?: DeliveryHead;
}

/** What every handset showed and wrote. */
export interface HandsetStore {
  add(shown: HandsetMessage, delivery?: DeliveryHead): void;
  /** Messages of one handset, oldest first. */
  of(channel: string, identity: string): HandsetEntry[];
  /** Messages of all handsets, oldest first. */
  all(): HandsetMessage[];
  /** Moves a message on: to delivered, to read. */
  setStatus(shown: HandsetMessage, status: HandsetMessage['status']): void;
  part: Part;
  clear(): void;
}

/** Messages that one handset shows. */
const HANDSET_LIMIT = 200;

/** Digits of a key, so that keys sort by age. */
const KEY_LENGTH = 14;

/** @param limit how many messages of all handsets together are remembered */
export function createHandsetStore(noteFor: NoteFor, limit: number): HandsetStore {
  const entries = createTable<HandsetEntry>('handset_messages', noteFor);
  const handsets = createMultiMap();
  const keys = new Map<HandsetMessage, string>();
  let last = 0;

  const handsetOf = ({ channel, identity }: HandsetMessage) => identityKey(channel, identity);

  function put(key: string, entry: HandsetEntry): void {
    entries.set(key, entry);
    keys.set(entry.shown, key);
    const handset = handsetOf(entry.shown);
    handsets.add(handset, key);
    const shown = handsets.get(handset);
    const [oldest] = shown;
    if (shown.size > HANDSET_LIMIT && oldest !== undefined) handsets.remove(handset, oldest);
  }

  function forgetOldest(): void {
    const [oldest] = entries;
    if (!oldest) return;
    entries.delete(oldest[0]);
    handsets.remove(handsetOf(oldest[1].shown), oldest[0]);
    keys.delete(oldest[1].shown);
  }

  function clear(): void {
    entries.clear();
    handsets.clear();
    keys.clear();
  }

  return {
    add(shown, delivery) {
      last += 1;
      put(String(last).padStart(KEY_LENGTH, '0'), delivery ? { shown, delivery } : { shown });
      while (entries.size > limit) forgetOldest();
    },
    of: (channel, identity) => [...handsets.get(identityKey(channel, identity))].flatMap((key) => entries.get(key) ?? []),
    all: () => [...entries.values()].map(({ shown }) => shown),
    setStatus(shown, status) {
      shown.status = status;
      const key = keys.get(shown);
      const entry = key === undefined ? undefined : entries.get(key);
      if (key !== undefined && entry) entries.set(key, entry);
    },
    part: {
      name: 'handset_messages',
      rows: () => entries,
      restore(key, row) {
        last = Math.max(last, Number(key));
        put(key, row as HandsetEntry);
      },
      clear,
    },
    clear,
  };
}
