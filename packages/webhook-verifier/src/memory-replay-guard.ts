import { checkNumber } from './internal/check-options.ts';
import { MAX_ENTRIES, rememberKeys } from './internal/remember-keys.ts';

/**
 * Remembers which callbacks were seen. `claim` must be atomic: of two claims of one key, exactly one gets `true`.
 * In Redis that is `SET key 1 NX PX ttlMs`; in SQL an `INSERT … ON CONFLICT`.
 */
export interface ReplayGuard {
  /** Takes the key for at least `ttlMs` milliseconds: `true` when it was free, `false` when it was taken. */
  claim(key: string, ttlMs: number): boolean | Promise<boolean>;
  /** Gives the key back, so that a retry of a callback that could not be handled is processed. Without it, it is not. */
  release?(key: string): void | Promise<void>;
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
export function memoryReplayGuard(options: MemoryReplayGuardOptions = {}): Required<ReplayGuard> {
  const { maxEntries = MAX_ENTRIES, now = Date.now } = options;
  checkNumber(maxEntries, 2, 'maxEntries');
  return rememberKeys(maxEntries, now);
}
