import { type ReadonlySignal, signal } from '@preact/signals';

const TICK_MS = 20_000;

const current = signal(Date.now());
setInterval(() => {
  current.value = Date.now();
}, TICK_MS);

/** The time in milliseconds since 1970, anew every twenty seconds: for what runs out. */
export const clock: ReadonlySignal<number> = current;
