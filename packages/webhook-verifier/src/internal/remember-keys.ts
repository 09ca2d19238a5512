import type { ReplayGuard } from '../replay-guard.ts';

/** The replay guard in memory, apart from the check of its options, which a verifier with its default has no need to carry. */
export function rememberKeys(maxEntries = 100_000, leaseMs = 60_000, now = () => performance.now()): ReplayGuard {
  // When the lease of each key ends, or `true` when it is done. In two generations: the older makes room as a whole, because
  // removing single keys from the front of a Map slows it down: the engine walks over the holes they leave. What is done
  // is forgotten in the order in which it came, and by no clock: one that is set forth and back would let a replay pass.
  let recent = new Map<string, number | true>();
  let older = recent;

  return {
    claim(key) {
      if (recent.size * 2 >= maxEntries) {
        older = recent;
        recent = new Map();
      }
      const held = recent.get(key) ?? older.get(key) ?? 0;
      if (held === true) return 'replayed';
      const at = now();
      if (at < held) return 'in_progress';
      // No other lease of the key ends at the same time, so this tells whose it is.
      const mine = at + leaseMs;
      recent.set(key, mine);
      return {
        done: () => void recent.set(key, true),
        release() {
          for (const keys of [recent, older]) if (keys.get(key) === mine) keys.delete(key);
        },
      };
    },
  };
}
