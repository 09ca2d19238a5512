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
