import { quantile } from './median.ts';

/** What a number of calls took. */
export interface Load {
  perSecond: number;
  /** Processor time of this process for each call, in microseconds. */
  cpuMicros: number;
  /** Milliseconds in which 99 of 100 calls were answered. */
  p99Ms: number;
}

/** Makes `count` calls, `inFlight` of them under way at any moment. */
export async function runInFlight(call: () => Promise<unknown>, count: number, inFlight: number): Promise<Load> {
  const latencies: number[] = [];
  let left = count;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const askedAt = performance.now();
      await call();
      latencies.push(performance.now() - askedAt);
    }
  };
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { perSecond: count / seconds, cpuMicros: (user + system) / count, p99Ms: quantile(latencies, 0.99) };
}
