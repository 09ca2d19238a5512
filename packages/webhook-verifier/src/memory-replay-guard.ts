import { checkNumber } from './internal/check-options.ts';

/**
 * Remembers which callbacks were seen. `claim` must be atomic: of two claims of one key, exactly one gets `true`.
 * In Redis that is `SET key 1 NX PX ttlMs`; in SQL an `INSERT … ON CONFLICT DO NOTHING`.
 */
export interface ReplayGuard {
  /** Takes the key for `ttlMs` milliseconds: `true` when it was free, `false` when it was taken. */
  claim(key: string, ttlMs: number): Promise<boolean>;
  /** Gives the key back, so that a retry of a callback that could not be handled is processed. Without it, it is not. */
  release?(key: string): Promise<void>;
}

/** Options of {@link memoryReplayGuard}. */
export interface MemoryReplayGuardOptions {
  /** How many callbacks are remembered at once, default 100,000 (some 15 MB). Beyond it the older half is forgotten early. */
  maxEntries?: number | undefined;
  /** The clock, in milliseconds since 1970. */
  now?: (() => number) | undefined;
}

/**
 * A replay guard in the memory of this process: right for one process, too little for several behind a balancer.
 * Only callbacks with a right signature reach it, so strangers cannot fill it.
 *
 * @throws {@link ConvapiError} when `maxEntries` is not a number of 2 or more.
 * @example
 * ```ts
 * import { createWebhookVerifier, memoryReplayGuard } from '@convapi/webhook-verifier';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret', replayGuard: memoryReplayGuard({ maxEntries: 1_000 }) });
 * ```
 */
export function memoryReplayGuard(options: MemoryReplayGuardOptions = {}): ReplayGuard & Required<Pick<ReplayGuard, 'release'>> {
  const { maxEntries = 100_000, now = Date.now } = options;
  checkNumber(maxEntries, 2, 'maxEntries');
  // Two generations: the older is dropped as a whole when it has expired, or early when there is no room. Removing
  // single keys from the front of a Map slows it down, because the engine walks over the holes they leave.
  let recent = new Map<string, number>();
  let older = new Map<string, number>();
  let olderExpiresAt = 0;
  let recentExpiresAt = 0;

  return {
    async claim(key, ttlMs) {
      const at = now();
      if ((recent.get(key) ?? older.get(key) ?? at) > at) return false;
      if (at >= olderExpiresAt || recent.size * 2 >= maxEntries) {
        older = recent;
        olderExpiresAt = recentExpiresAt;
        recent = new Map();
      }
      recent.set(key, at + ttlMs);
      recentExpiresAt = Math.max(recentExpiresAt, at + ttlMs);
      return true;
    },
    async release(key) {
      recent.delete(key);
      older.delete(key);
    },
  };
}
