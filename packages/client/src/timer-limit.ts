/** The longest time that a timer can hold, 24 days: with more it would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** A time for a timer: anything longer than one can hold, `Infinity` included, is cut to that. */
export function toTimerMs(ms: number): number {
  return Math.min(ms, LONGEST_TIMER_MS);
}
