import { median, type Spread, spreadOf } from './harness/median.ts';

/** Which way a figure is good; `neither` for one that only explains another. */
export type Better = 'more' | 'less' | 'neither';

/** What is measured: one table of the report. */
export interface Measure {
  /** Suite it belongs to, as on the command line: `calls`. */
  suite: string;
  /** What is measured: `sends at 50 in flight`. */
  name: string;
  /** Unit of the values: `calls/s`, `ms`, `bytes`, or `yes/no` with 1 for yes. */
  unit: string;
  better: Better;
}

/** One figure of one subject. */
export interface Row extends Measure {
  /** Who was measured: `convapi`, or a peer. */
  subject: string;
  /** One value a round, in the order of the rounds; a single one for what comes out the same each time. */
  samples: readonly number[];
  /** The median of the samples. */
  value: number;
  /** The value over that of `convapi` in the same round, over all rounds; absent where there is nothing to divide by. */
  ratio?: Spread;
  /** The budgets that the figure is held against. */
  verdicts?: readonly Verdict[];
}

/** What came of a budget. */
export interface Verdict {
  /** The limit in words: `≥ 1.5 × @sinch/conversation`. */
  budget: string;
  /** What was held against it: a ratio with `×`, or values in the unit of the row. */
  measured: Spread;
  unit: string;
  /** Is the budget kept? */
  ok: boolean;
}

/** Who we are in every table; variants are named `convapi, …`. */
export const OURS = 'convapi';

/** Is the subject this toolkit, in whichever variant? */
export function isOurs(subject: string): boolean {
  return subject === OURS || subject.startsWith(`${OURS},`);
}

/** Turns samples by subject into rows, each with its ratio to ours. */
export function toRows(measure: Measure, samples: ReadonlyMap<string, readonly number[]>): Row[] {
  const ours = samples.get(OURS);
  return [...samples].map(([subject, list]) => {
    const ratios = ours === undefined ? [] : pairedRatios(list, ours);
    return { ...measure, subject, samples: list, value: median(list), ...(ratios.length > 0 ? { ratio: spreadOf(ratios) } : {}) };
  });
}

/** Rows of figures that come out the same each time, such as sizes: one sample each. */
export function toSingleRows(measure: Measure, values: ReadonlyMap<string, number>): Row[] {
  return toRows(measure, new Map([...values].map(([subject, value]) => [subject, [value]])));
}

/**
 * One value over the other, round by round. A round where either is 0 or less has no ratio.
 *
 * @throws Error when the two were not measured in the same rounds
 */
export function pairedRatios(values: readonly number[], over: readonly number[]): number[] {
  if (values.length !== over.length) throw new Error(`${values.length} rounds cannot be paired with ${over.length}.`);
  return values.flatMap((value, round) => {
    const other = over[round] ?? 0;
    return value > 0 && other > 0 ? [value / other] : [];
  });
}
