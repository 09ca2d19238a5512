import type { Verdict } from '../row.ts';
import { formatValue } from './format-value.ts';

/** A budget and what it came to: `≥ 1.5 × peer: 1.89 ×, middle half 1.80 × to 1.95 ×, ok`. */
export function describeVerdict({ budget, measured: { median, low, high }, unit, ok }: Verdict): string {
  const spread = low === high ? '' : `, middle half ${formatValue(low, unit)} to ${formatValue(high, unit)}`;
  return `${budget}: ${formatValue(median, unit)}${spread}, ${ok ? 'ok' : 'OVER'}`;
}
