import type { Check } from './check.ts';

/** The service publishes no time-out. Two seconds leave room under what others allow, and under 25 callbacks a second. */
const SLOW_MS = 2000;

/** Looks back at all callbacks that were taken: runs last. */
export function speedCheck(): Check {
  return {
    id: 'speed:in-time',
    group: 'speed',
    title: 'answers every callback soon',
    sent: 'all of the above',
    expected: `each 2xx within ${SLOW_MS} ms`,
    async run({ slowestMs }) {
      const received = `the slowest took ${Math.round(slowestMs)} ms`;
      if (slowestMs <= SLOW_MS) return { passed: true, received };
      return {
        passed: false,
        received,
        fix: 'Answer 2xx first and do the work afterwards: put the event into a queue or a table, and let a worker take it.',
      };
    },
  };
}
