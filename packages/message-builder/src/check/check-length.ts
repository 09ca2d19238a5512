import { countBytes, countGraphemes, countOnRcs } from '../rules/count-units.ts';
import { asText } from '../internal/read.ts';
import { checkCount, type LimitRule, type Scope } from './scope.ts';

/** Is a text longer than the channel takes, counted as the channel counts? */
export function checkLength(scope: Scope, path: string, value: unknown, rule: LimitRule): void {
  const text = asText(value);
  const limit = rule.limit?.value;
  if (text === undefined || limit === null || limit === undefined) return;
  // No way to count makes more than this of a unit, so that most texts need no counting.
  if (text.length * 3 <= limit) return;
  const count = rule.count ?? (scope.channel === 'RCS' ? countOnRcs : countGraphemes);
  checkCount(scope, path, count(text), { code: 'length', unit: count === countBytes ? 'bytes' : 'characters', ...rule });
}
