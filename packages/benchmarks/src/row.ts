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
  value: number;
  /** The value over that of `convapi` in the same run; absent when either is 0 or less. */
  ratio?: number;
  /** The budget that the value is held against, in words. */
  budget?: string;
  /** Is the budget kept? */
  ok?: boolean;
}

/** Who we are in every table; variants are named `convapi, …`. */
export const OURS = 'convapi';

/** Is the subject this toolkit, in whichever variant? */
export function isOurs(subject: string): boolean {
  return subject === OURS || subject.startsWith(`${OURS},`);
}

/** Turns values by subject into rows, each with its ratio to ours. */
export function toRows(measure: Measure, values: ReadonlyMap<string, number>): Row[] {
  const ours = values.get(OURS) ?? 0;
  return [...values].map(([subject, value]) => ({
    ...measure,
    subject,
    value,
    ...(ours > 0 && value > 0 ? { ratio: value / ours } : {}),
  }));
}
