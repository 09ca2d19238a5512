import { spreadOf } from './harness/median.ts';
import { pairedRatios, type Row, type Verdict } from './row.ts';

/** A promise about one figure: against a fixed number, or against a peer in the same rounds. */
export interface Budget {
  /** Measure and subject it is about. */
  name: string;
  subject: string;
  /** The limit of the median: of the values, or of the ratios to `against`. */
  limit: number;
  /** The limit in words, for limits whose unit reads badly: `13 KB`. */
  shown?: string;
  against?: string;
}

/**
 * Adds to rows what came of the budgets about them.
 *
 * @throws Error for a budget about a figure that was not measured: it would be kept for ever
 */
export function applyBudgets(rows: readonly Row[], budgets: readonly Budget[]): Row[] {
  const verdicts = new Map<Row, Verdict[]>();
  for (const budget of budgets) {
    const row = find(rows, budget.name, budget.subject);
    verdicts.set(row, [...(verdicts.get(row) ?? []), judge(budget, row, rows)]);
  }
  return rows.map((row) => {
    const found = verdicts.get(row);
    return found ? { ...row, verdicts: found } : row;
  });
}

function judge({ name, limit, shown, against }: Budget, row: Row, rows: readonly Row[]): Verdict {
  const samples = against === undefined ? row.samples : pairedRatios(row.samples, find(rows, name, against).samples);
  const measured = spreadOf(samples);
  const ok = row.better === 'more' ? measured.median >= limit : measured.median <= limit;
  const sign = row.better === 'more' ? '≥' : '≤';
  const words = against === undefined ? (shown ?? `${limit.toLocaleString('en')} ${row.unit}`) : `${limit} × ${against}`;
  return { budget: `${sign} ${words}`, measured, unit: against === undefined ? row.unit : '×', ok };
}

function find(rows: readonly Row[], name: string, subject: string): Row {
  const row = rows.find((one) => one.name === name && one.subject === subject);
  if (row === undefined) throw new Error(`There is a budget about "${name}" of ${subject}, which was not measured.`);
  return row;
}
