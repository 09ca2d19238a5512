import type { Row } from './row.ts';

/** A promise about one figure: against a fixed number, or against a peer in the same run. */
export interface Budget {
  /** Measure and subject it is about. */
  name: string;
  subject: string;
  /** The limit; times the value of `against`, when that is given. */
  limit: number;
  /** The limit in words, for limits whose unit reads badly: `6 KB`. */
  shown?: string;
  against?: string;
}

/** Marks the rows that a budget is about; a peer that was not measured leaves its budget out. */
export function applyBudgets(rows: readonly Row[], budgets: readonly Budget[]): Row[] {
  return rows.map((row) => {
    const budget = budgets.find(({ name, subject }) => name === row.name && subject === row.subject);
    const limit = budget && limitOf(budget, rows);
    if (budget === undefined || limit === undefined) return row;
    const ok = row.better === 'more' ? row.value >= limit : row.value <= limit;
    return { ...row, budget: describe(budget, row), ok };
  });
}

function limitOf({ name, limit, against }: Budget, rows: readonly Row[]): number | undefined {
  if (against === undefined) return limit;
  const peer = rows.find((row) => row.name === name && row.subject === against);
  return peer && peer.value * limit;
}

function describe({ limit, shown, against }: Budget, { better, unit }: Row): string {
  const sign = better === 'more' ? '≥' : '≤';
  if (against !== undefined) return `${sign} ${limit} × ${against}`;
  return `${sign} ${shown ?? `${limit.toLocaleString('en')} ${unit}`}`;
}
