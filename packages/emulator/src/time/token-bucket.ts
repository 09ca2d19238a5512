/** Lets through so many at once, and so many per second from then on. */
export interface TokenBucket {
  /** Takes one, if there is one. */
  take(): boolean;
  /** Full again. */
  clear(): void;
}

/**
 * A bucket that is full at first.
 *
 * @param perSecond how fast it fills; 0 for no limit at all
 */
export function createTokenBucket(now: () => number, perSecond: number, capacity = perSecond): TokenBucket {
  let level = capacity;
  let lastMs = now();
  return {
    take() {
      if (perSecond === 0) return true;
      const nowMs = now();
      level = Math.min(capacity, level + (Math.max(nowMs - lastMs, 0) * perSecond) / 1000);
      lastMs = nowMs;
      if (level < 1) return false;
      level -= 1;
      return true;
    },
    clear() {
      level = capacity;
    },
  };
}
