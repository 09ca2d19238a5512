/** Knows which id of the service is which id of the emulator. */
export interface IdMap {
  /** Notes two texts at the same place of two answers. */
  pair(key: string, real: string, emulated: string): void;
  /** The same text with the emulator's ids. */
  translate(text: string): string;
}

/** Pairs that are kept; the oldest go first. */
const MOST_IDS = 100_000;

/** Fields that hold ids, and tokens of pages. */
const KEYS = /(^|_)(id|token)$/;

export function createIdMap(): IdMap {
  const ids = new Map<string, string>();
  return {
    pair(key, real, emulated) {
      if (!KEYS.test(key) || real === '' || emulated === '' || real === emulated) return;
      const [oldest] = ids.keys();
      if (oldest !== undefined && ids.size >= MOST_IDS) ids.delete(oldest);
      ids.set(real, emulated);
    },
    translate: (text) => text.replaceAll(/[\w=-]+/g, (word) => ids.get(word) ?? word),
  };
}
