/** The newest entries of something that would otherwise grow for ever. */
export interface Log<T> {
  add(entry: T): void;
  /** Oldest first. */
  all(): T[];
  clear(): void;
}

/** Keeps at least the last `limit` entries. Old ones go in blocks, because dropping one by one from an array is slow. */
export function createLog<T>(limit: number): Log<T> {
  let entries: T[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > limit * 2) entries = entries.slice(-limit);
    },
    all: () => entries.slice(-limit),
    clear() {
      entries = [];
    },
  };
}
