/** The middle value; of an even number of values the mean of the middle two. `NaN` of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of the values lies, e.g. 0.99, interpolated between neighbours. `NaN` of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** The middle of some values, and between which two the middle half of them lies. */
export interface Spread {
  median: number;
  /** A quarter of the values is lower. */
  low: number;
  /** A quarter of the values is higher. */
  high: number;
}

/** Sums up values by their quartiles. `NaN` of none. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}
