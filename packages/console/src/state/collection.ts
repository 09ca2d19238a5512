import { type ReadonlySignal, signal } from '@preact/signals';

/** Things by id, drawn as one list. What is put in shows after `commit`, so that many changes are drawn once. */
export interface Collection<T> {
  /** In the order in which they came. */
  readonly list: ReadonlySignal<readonly T[]>;
  get(id: string): T | undefined;
  put(item: T): void;
  delete(id: string): void;
  /** Forgets what is there, and takes these. */
  fill(items: readonly T[]): void;
  commit(): void;
}

/** @param limit how many are kept; the oldest go first */
export function createCollection<T>(idOf: (item: T) => string, limit = Number.POSITIVE_INFINITY): Collection<T> {
  const items = new Map<string, T>();
  const list = signal<readonly T[]>([]);
  let changed = false;
  const put = (item: T): void => {
    items.set(idOf(item), item);
    if (items.size > limit) items.delete(items.keys().next().value as string);
    changed = true;
  };
  const commit = (): void => {
    if (!changed) return;
    changed = false;
    list.value = [...items.values()];
  };
  return {
    list,
    get: (id) => items.get(id),
    put,
    delete: (id) => {
      changed = items.delete(id) || changed;
    },
    fill: (all) => {
      items.clear();
      for (const item of all) put(item);
      changed = true;
      commit();
    },
    commit,
  };
}
