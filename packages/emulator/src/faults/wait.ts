import { setTimeout as sleep } from 'node:timers/promises';
import type { Duration } from './fault.ts';

/** Waits in real time: what is late for a client is late on its own clock. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** @param stopped ends every wait; the signal of a wait ends only that one */
export function createWait(stopped: AbortSignal): Wait {
  return (ms, signal) => {
    const end = signal ? AbortSignal.any([stopped, signal]) : stopped;
    return sleep(ms, undefined, { signal: end }).catch(() => undefined);
  };
}

/** One moment of those that are meant. */
export function draw(duration: Duration, random: () => number): number {
  if (typeof duration === 'number') return duration;
  const [from, to] = duration;
  return from + Math.floor(random() * (to - from + 1));
}
