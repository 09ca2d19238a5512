import type { SpecDeviation } from './check-real-answer.ts';
import type { ShapeDifference } from './compare-shapes.ts';

/** Where the emulator's answer had another status. */
export interface StatusDifference {
  kind: 'status';
  path: '';
  real: string;
  emulated: string;
}

/** What came of one call. */
export interface ProxiedCall {
  operation: string;
  method: string;
  path: string;
  status: number;
  deviations: readonly SpecDeviation[];
  /** How the emulator's answer differs; absent when it could not be compared. */
  differences?: readonly (ShapeDifference | StatusDifference)[];
}

/** What is known of one operation. */
export interface ProxiedOperation {
  operation: string;
  method: string;
  path: string;
  calls: number;
  /** How often each status came. */
  statuses: Record<string, number>;
  /** Calls that the emulator could answer too. */
  compared: number;
  /** Where real answers leave the spec. */
  deviations: (SpecDeviation & { count: number })[];
  /** Where real answers leave the emulator. */
  differences: ((ShapeDifference | StatusDifference) & { count: number })[];
}

/** What record-and-compare found out: names, paths and types, no values. */
export interface ProxyReport {
  /** The service that was called. */
  target: string;
  calls: number;
  operations: ProxiedOperation[];
}

/** Gathers what came of calls. */
export interface ReportBook {
  note(call: ProxiedCall): void;
  read(): ProxyReport;
}

export function createReportBook(target: string): ReportBook {
  const operations = new Map<string, ProxiedOperation>();
  let calls = 0;
  return {
    note({ operation, method, path, status, deviations, differences }) {
      calls += 1;
      const key = `${operation} ${method} ${path}`;
      const fresh = { operation, method, path, calls: 0, statuses: {}, compared: 0, deviations: [], differences: [] };
      const known: ProxiedOperation = operations.get(key) ?? fresh;
      operations.set(key, known);
      known.calls += 1;
      known.statuses[status] = (known.statuses[status] ?? 0) + 1;
      if (differences) known.compared += 1;
      for (const one of deviations) count(known.deviations, one);
      for (const one of differences ?? []) count(known.differences, one);
    },
    read: () => structuredClone({ target, calls, operations: [...operations.values()] }),
  };
}

function count<T extends object>(list: (T & { count: number })[], entry: T): void {
  const text = JSON.stringify(entry);
  const known = list.find(({ count: _, ...one }) => JSON.stringify(one) === text);
  if (known) known.count += 1;
  else list.push({ ...entry, count: 1 });
}
