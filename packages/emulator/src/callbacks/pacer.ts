import type { Clock } from '../time/index.ts';

/** Lets callbacks go no faster than allowed. */
export interface Pacer {
  /** Runs `task` when it is the turn of the app: at once, if nothing holds it up. */
  run(appId: string, task: () => void): void;
  clear(): void;
}

/** @param perSecond callbacks per second of each app, over all its webhooks; 0 for no limit */
export function createPacer(clock: Clock, perSecond: number): Pacer {
  const nextMs = new Map<string, number>();
  return {
    run(appId, task) {
      if (perSecond === 0) {
        task();
        return;
      }
      const now = clock.now();
      const turn = Math.max(nextMs.get(appId) ?? 0, now);
      nextMs.set(appId, turn + 1000 / perSecond);
      if (turn === now) task();
      else clock.after(turn - now, task);
    },
    clear: () => nextMs.clear(),
  };
}
