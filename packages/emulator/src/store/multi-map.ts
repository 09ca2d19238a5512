/** A key to a set of values, in the order they were added. */
export interface MultiMap {
  add(key: string, value: string): void;
  remove(key: string, value: string): void;
  get(key: string): ReadonlySet<string>;
  /** The sets, of keys that have one. */
  values(): Iterable<ReadonlySet<string>>;
  clear(): void;
}

const NOTHING: ReadonlySet<string> = new Set();

export function createMultiMap(): MultiMap {
  const sets = new Map<string, Set<string>>();
  return {
    add(key, value) {
      const set = sets.get(key);
      if (set) set.add(value);
      else sets.set(key, new Set([value]));
    },
    remove(key, value) {
      const set = sets.get(key);
      if (set?.delete(value) && set.size === 0) sets.delete(key);
    },
    get: (key) => sets.get(key) ?? NOTHING,
    values: () => sets.values(),
    clear: () => sets.clear(),
  };
}
