import { identityKey } from './identity.ts';
import { createLog, type Log } from './log.ts';
import type { Delivery, HandsetMessage } from './records.ts';

/** A message on a handset and, when the app sent it, the delivery that a read report belongs to. */
export interface HandsetEntry {
  shown: HandsetMessage;
  delivery: Delivery | undefined;
}

/** What every handset showed and wrote. */
export interface HandsetStore {
  add(shown: HandsetMessage, delivery?: Delivery): void;
  /** Messages of one handset, oldest first. */
  of(channel: string, identity: string): HandsetEntry[];
  /** Messages of all handsets, oldest first. */
  all(): HandsetMessage[];
  clear(): void;
}

/** Messages remembered for each handset. */
const HANDSET_LIMIT = 200;

export function createHandsetStore(limit: number): HandsetStore {
  const everything = createLog<HandsetMessage>(limit);
  const handsets = new Map<string, Log<HandsetEntry>>();
  return {
    add(shown, delivery) {
      everything.add(shown);
      const key = identityKey(shown.channel, shown.identity);
      let handset = handsets.get(key);
      if (!handset) {
        handset = createLog(HANDSET_LIMIT);
        const [oldest] = handsets.keys();
        if (handsets.size >= limit && oldest !== undefined) handsets.delete(oldest);
        handsets.set(key, handset);
      }
      handset.add({ shown, delivery });
    },
    of: (channel, identity) => handsets.get(identityKey(channel, identity))?.all() ?? [],
    all: () => everything.all(),
    clear() {
      everything.clear();
      handsets.clear();
    },
  };
}
