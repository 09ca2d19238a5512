import type { ReplayGuard } from '../memory-replay-guard.ts';

export const MAX_ENTRIES = 100_000;

/** The replay guard in memory, apart from the check of its options, which a verifier with its default has no need to carry. */
export function rememberKeys(maxEntries: number, now: () => number): Required<ReplayGuard> {
  // Two generations: the older is dropped as a whole when all of it has expired, or early when there is no room. So a
  // key may stay longer than it asked for, never shorter. Removing single keys from the front of a Set slows it down,
  // because the engine walks over the holes they leave.
  let recent = new Set<string>();
  let older = new Set<string>();
  let olderExpiresAt = 0;
  let recentExpiresAt = 0;

  return {
    claim(key, ttlMs) {
      const at = now();
      if (at >= olderExpiresAt || recent.size * 2 >= maxEntries) {
        older = at < recentExpiresAt ? recent : new Set();
        olderExpiresAt = recentExpiresAt;
        recent = new Set();
      }
      // A set that did not grow had the key already: one look-up instead of two.
      if (older.has(key) || recent.size === recent.add(key).size) return false;
      recentExpiresAt = Math.max(recentExpiresAt, at + ttlMs);
      return true;
    },
    release(key) {
      recent.delete(key);
      older.delete(key);
    },
  };
}
