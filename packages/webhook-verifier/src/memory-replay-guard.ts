import { checkNumber, refuseUnknown } from './internal/check-options.ts';
import { rememberKeys } from './internal/remember-keys.ts';

/** A callback that is yours to handle until its lease is over. */
export interface ReplayLease {
  /** It was handled: claims of it get `replayed` from now on, for at least the time that was asked for. */
  done(): void | Promise<void>;
  /** It could not be handled: it is free at once, unless the lease was over and someone else has it now. */
  release(): void | Promise<void>;
}

/**
 * Remembers which callbacks are being handled, and which were. A claim is a lease: a process that dies over a callback
 * does not swallow the service's retry, which is handled once the lease is over.
 */
export interface ReplayGuard {
  /**
   * A lease, which ends by itself after a time that the guard sets; `in_progress` while someone else's lasts; `replayed` when the key
   * was handled, which is remembered for at least `keepMs` milliseconds. In one atomic step: of claims made at the same
   * time, exactly one gets the lease.
   */
  claim(key: string, keepMs: number): ReplayClaim | Promise<ReplayClaim>;
}

/** What a claim comes to. */
export type ReplayClaim = ReplayLease | 'in_progress' | 'replayed';

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
