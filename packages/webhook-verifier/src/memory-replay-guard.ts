import { checkNumber, refuseUnknown } from './internal/check-options.ts';
import { rememberKeys } from './internal/remember-keys.ts';
import type { ReplayGuard } from './replay-guard.ts';

/** Options of {@link memoryReplayGuard}. */
export interface MemoryReplayGuardOptions {
  /** How many callbacks are remembered at once, default 100,000 (some 10 MB). Beyond it the older half is forgotten early. */
  maxEntries?: number | undefined;
  /** How long a callback may be in work before a retry is handled beside it, in milliseconds; default 60,000. */
  leaseMs?: number | undefined;
  /** A clock in milliseconds that never goes back; default `performance.now`. */
  now?: (() => number) | undefined;
}

/**
 * A replay guard in the memory of this process: right for one process, too little for several behind a balancer.
 * Only callbacks with a right signature reach it, so strangers cannot fill it.
 *
 * @throws {@link ConvapiError} when `maxEntries` is not a number of 2 or more, or an option is unknown.
 * @example
 * ```ts
 * import { createWebhookVerifier, memoryReplayGuard } from '@convapi/webhook-verifier';
 *
 * const verifier = createWebhookVerifier({ secrets: 'my-secret', replayGuard: memoryReplayGuard({ maxEntries: 1_000 }) });
 * ```
 */
export function memoryReplayGuard(options: MemoryReplayGuardOptions = {}): ReplayGuard {
  const { maxEntries = 100_000, leaseMs = 60_000, now, ...unknown } = options;
  refuseUnknown(unknown, 'maxEntries, leaseMs or now');
  checkNumber(maxEntries, 2, 'maxEntries');
  checkNumber(leaseMs, 1, 'leaseMs');
  return rememberKeys(maxEntries, leaseMs, now);
}
