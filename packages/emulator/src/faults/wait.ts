import { setTimeout as sleep } from 'node:timers/promises';
import type { Duration } from './fault.ts';

/** Waits in real time: what is late for a client is late on its own clock. */
export type Wait = (ms: number) => Promise<void>;

/** @param stopped ends every wait */
export function createWait(stopped: AbortSignal): Wait {
  return (ms) => sleep(ms, undefined, { signal: stopped }).catch(() => undefined);
}

/** One moment of those that are meant. */
export function draw(duration: Duration, random: () => number): number {
  if (typeof duration === 'number') return duration;
  const [from, to] = duration;
  return from + Math.floor(random() * (to - from + 1));
}
