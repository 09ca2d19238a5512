/** Which things expire when, without a look at all of them. */
export interface Expiries {
  add(id: string, expiresMs: number | null): void;
  remove(id: string, expiresMs: number | null): void;
  /** The things whose hour is over by now; each is given once. */
  take(nowMs: number): string[];
  clear(): void;
}

/** Parts of a day into which moments are sorted: the work of one `take` depends on the hours passed, not on how much is kept. */
const PARTS = 24;

/** @param dayMs length of a day */
export function createExpiries(dayMs: number): Expiries {
  const slotMs = Math.max(dayMs / PARTS, 1);
  const slots = new Map<number, Set<string>>();
  let first = Number.POSITIVE_INFINITY;
  const slotOf = (ms: number) => Math.floor(ms / slotMs);

  return {
    add(id, expiresMs) {
      if (expiresMs === null) return;
      const slot = slotOf(expiresMs);
      const known = slots.get(slot);
      if (known) known.add(id);
      else slots.set(slot, new Set([id]));
      first = Math.min(first, slot);
    },
    remove(id, expiresMs) {
      if (expiresMs === null) return;
      const known = slots.get(slotOf(expiresMs));
      if (known?.delete(id) && known.size === 0) slots.delete(slotOf(expiresMs));
    },
    take(nowMs) {
      const current = slotOf(nowMs);
      if (first >= current) return [];
      const over = [...slots.keys()].filter((slot) => slot < current);
      const ids = over.flatMap((slot) => [...(slots.get(slot) ?? [])]);
      for (const slot of over) slots.delete(slot);
      first = slots.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...slots.keys());
      return ids;
    },
    clear() {
      slots.clear();
      first = Number.POSITIVE_INFINITY;
    },
  };
}
