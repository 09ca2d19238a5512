import { onAbort } from '../on-abort.ts';

/** Those who wait for the next change. */
export interface Waiters {
  /** Wakes all of them, a turn later: so that they find all that happens in this one. */
  wake(): void;
  /**
   * Resolves with false when woken, with true after `waitMs` of real time.
   *
   * @throws the reason of `signal`, when that ends the wait
   */
  wait(waitMs: number | undefined, signal: AbortSignal | undefined): Promise<boolean>;
}

export function createWaiters(): Waiters {
  const waiting = new Set<(isLate: boolean) => void>();
  let isPlanned = false;

  function wakeNow(): void {
    isPlanned = false;
    const woken = [...waiting];
    waiting.clear();
    for (const resolve of woken) resolve(false);
  }

  return {
    wake() {
      if (waiting.size === 0 || isPlanned) return;
      isPlanned = true;
      setImmediate(wakeNow);
    },
    wait(waitMs, signal) {
      return new Promise((resolve, reject) => {
        const timer = waitMs === undefined ? undefined : setTimeout(() => end(true), waitMs);
        // Nobody's listening should keep a program alive.
        timer?.unref();
        const unhear = onAbort(signal, (reason) => {
          stop();
          reject(reason);
        });
        function stop(): void {
          waiting.delete(end);
          clearTimeout(timer);
          unhear();
        }
        function end(isLate: boolean): void {
          stop();
          resolve(isLate);
        }
        waiting.add(end);
      });
    },
  };
}
