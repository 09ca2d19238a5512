import { asText } from '../internal/read.ts';
import { countGraphemes } from '../rules/count-units.ts';
import { lengthBeyond } from '../rules/length.ts';
import type { Limit } from '../rules/limits.ts';
import { checkCount, type LimitRule, type Scope } from './scope.ts';

/** Is a text longer than the channel takes, counted as the channel counts? */
export function checkLength(scope: Scope, path: string, value: unknown, limit: Limit | undefined, rule: LimitRule = {}): void {
  const text = asText(value);
  if (text === undefined || limit === undefined || limit.value === null) return;
  const { unit } = limit;
  const length = lengthBeyond(text, { most: limit.value, unit });
  if (length === undefined) return;
  // That an emoji counts as more than one on RCS is not on the page that states the limit.
  const isUnsure = unit === 'RCS characters' && countGraphemes(text) <= limit.value;
  checkCount(scope, path, length, limit, { code: 'length', ...rule, ...(isUnsure && { severity: 'warning' }), unit: NAMES[unit] ?? unit });
}

const NAMES: { readonly [unit: string]: string } = { 'RCS characters': 'characters, an emoji being two or more' };
