/** A value as people read it: three figures are as many as one run can promise. */
export function formatValue(value: number, unit: string): string {
  if (unit === 'yes/no') return value === 1 ? 'yes' : 'no';
  if (unit === '×') return formatRatio(value);
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })} ${unit}`;
}

/** A ratio: `1.53 ×`. */
export function formatRatio(ratio: number): string {
  return `${figureOf(ratio)} ×`;
}

/** The figure of a ratio: `1.53`. */
export function figureOf(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2);
}
