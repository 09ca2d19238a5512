import type { Range } from '../range.ts';
import { type Check, checkShot } from './check.ts';

/** Too old or too new is refused; late, as a retry or a queue makes it, is not. */
export function timeChecks(): Check[] {
  const stale = 'Compare timestamps: refuse a callback whose signed timestamp is more than 5 minutes from your clock, either way.';
  return [
    checkShot({
      id: 'time:late',
      group: 'time',
      title: 'takes a callback that is late but within the tolerance',
      sent: 'a callback signed 30 s before it would be too old',
      expect: 'accepted',
      fix: 'Allow 5 minutes: callbacks come late when the service retries. Take the timestamp as seconds, not milliseconds, and check the clock of your server.',
      shot: (range) => range.message('I am late', { age: -lateAge(range) }),
    }),
    refused(
      'stale',
      'refuses a callback that is too old',
      'a callback signed a minute longer ago than the tolerance',
      stale,
      (range) => -pastAge(range),
    ),
    refused(
      'day-old',
      'refuses a callback of yesterday',
      'a callback signed a day longer ago than the tolerance',
      stale,
      (range) => -pastAge(range) - 86_400,
    ),
    refused('future', 'refuses a callback from the future', 'a callback signed for a minute beyond the tolerance from now', stale, pastAge),
  ];
}

function refused(name: string, title: string, sent: string, fix: string, age: (range: Range) => number): Check {
  const shot = (range: Range) => range.message('What time is it?', { age: age(range) });
  return checkShot({ id: `time:${name}`, group: 'time', title, sent, expect: 'refused', fix, shot });
}

/** Near the limit, with time for a slow way and for clocks that differ. */
function lateAge({ toleranceSeconds }: Range): number {
  return Math.floor(Math.max(toleranceSeconds - 30, toleranceSeconds / 2));
}

function pastAge({ toleranceSeconds }: Range): number {
  return toleranceSeconds + 60;
}
