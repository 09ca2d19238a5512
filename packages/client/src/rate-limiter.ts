import { ConvapiError } from '@convapi/core';
import { checkNames } from './check-options.ts';
import { sleep as realSleep } from './sleep.ts';
import type { RateLimitedCall, RateLimiter } from './steps/with-rate-limit.ts';

/** Options of {@link createRateLimiter}. */
export interface RateLimiterOptions {
  /** Requests per second of a project. Default 800, the limit that the vendor states. */
  perProject?: number | undefined;
  /** Sends per second of an app. Default 20, the rate at which the service drains the queue of an app. */
  perApp?: number | undefined;
  /** Milliseconds of a clock that only grows. Default: `performance.now`, which no correction of the system's clock moves. */
  now?: (() => number) | undefined;
  /** Waits; must reject with the signal's reason when that fires. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/** A rate that is used up and comes back: one second's worth may go at once. */
interface Bucket {
  /** Requests per second at the moment. */
  rate: number;
  /** When the rate was last changed. */
  changedAtMs: number;
  /** When everything that was let go so far would have gone at the rate. */
  dueAtMs: number;
}

const LOWEST_RATE = 1;
/** Share of the rate that comes back each second after a 429. */
const RECOVERY_PER_SECOND = 0.05;

/**
 * Keeps calls below the limits of the service, in the memory of this process. A 429 halves the rate of the app that met
 * it (of the project, for other calls), which then recovers by a twentieth a second.
 *
 * @throws {@link ConvapiError} when a rate is not a positive number.
 * @example
 * ```ts
 * import { createRateLimiter } from '@convapi/client';
 *
 * const rateLimiter = createRateLimiter({ perApp: 50 });
 * ```
 */
export function createRateLimiter(options: RateLimiterOptions = {}): RateLimiter {
  checkNames(options, ['perProject', 'perApp', 'now', 'sleep'], 'createRateLimiter');
  const { perProject = 800, perApp = 20, now = () => performance.now(), sleep = realSleep } = options;
  for (const [name, rate] of Object.entries({ perProject, perApp })) {
    if (!(rate > 0)) throw new ConvapiError(`[@convapi/client] ${name} is ${rate}. Pass requests per second, more than 0.`);
  }
  const buckets = new Map<string, Bucket>();

  function bucketOf(key: string, highest: number): Bucket {
    const nowMs = now();
    const bucket = buckets.get(key) ?? { rate: highest, changedAtMs: nowMs, dueAtMs: 0 };
    buckets.set(key, bucket);
    const seconds = (nowMs - bucket.changedAtMs) / 1000;
    bucket.rate = Math.min(highest, bucket.rate * (1 + RECOVERY_PER_SECOND * seconds));
    bucket.changedAtMs = nowMs;
    return bucket;
  }

  /** Takes a place in the queue and returns how long until its turn. */
  function reserve(bucket: Bucket): number {
    const nowMs = now();
    const intervalMs = 1000 / bucket.rate;
    bucket.dueAtMs = Math.max(bucket.dueAtMs, nowMs) + intervalMs;
    // a second's worth may go at once, and always at least one request; whole milliseconds, as fractions add up to errors
    return Math.max(0, Math.round(bucket.dueAtMs - nowMs - Math.max(1000, intervalMs)));
  }

  function bucketsOf({ projectId, appId }: RateLimitedCall): Bucket[] {
    const project = bucketOf(projectId, perProject);
    return appId === undefined ? [project] : [project, bucketOf(`${projectId} ${appId}`, perApp)];
  }

  return {
    async acquire(call, signal) {
      const buckets = bucketsOf(call);
      const waitMs = Math.max(...buckets.map(reserve));
      if (waitMs === 0) return;
      try {
        await sleep(waitMs, signal);
      } catch (reason) {
        // who gave up leaves the place to those who come after
        for (const bucket of buckets) bucket.dueAtMs -= 1000 / bucket.rate;
        throw reason;
      }
    },
    answered(call, status) {
      if (status !== 429) return;
      const bucket = bucketsOf(call).at(-1);
      if (bucket) bucket.rate = Math.max(LOWEST_RATE, bucket.rate / 2);
    },
  };
}
