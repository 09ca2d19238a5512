import { TTL_SECONDS_MAX, TTL_SECONDS_MIN } from '../generated/numbers.ts';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';

/** A time span: seconds, or a number with `s`, `m`, `h` or `d`, such as `'2h'`. */
export type Duration = number | `${number}${'s' | 'm' | 'h' | 'd'}`;

const WANTED = "seconds, or a time span such as '2h'";

const SECONDS: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The wire form of a time span, which has whole seconds. */
export function toTtl(path: string, duration: Duration): string {
  const seconds = typeof duration === 'number' ? Math.ceil(duration) : toSeconds(need(path, duration, 'string', WANTED));
  if (!(seconds >= TTL_SECONDS_MIN && seconds <= TTL_SECONDS_MAX)) {
    refuse(path, `is ${duration}, not between ${TTL_SECONDS_MIN} seconds and 10,000 years`, `Pass ${WANTED}.`);
  }
  return `${seconds}s`;
}

/** Rounded up, so that nobody gets less time than was asked for. */
function toSeconds(duration: string): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(duration);
  // The tenth of a second that binary fractions add to 0.7 hours must not become another second.
  return match === null ? Number.NaN : Math.ceil(Number((Number(match[1]) * (SECONDS[match[2] ?? ''] ?? Number.NaN)).toFixed(6)));
}
