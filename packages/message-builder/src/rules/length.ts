import type { Rule } from './channel-rule.ts';
import { countBytes, countCodePoints, countGraphemes, countOnRcs } from './count-units.ts';

const COUNTERS: { readonly [unit: string]: (text: string) => number } = {
  characters: countGraphemes,
  'RCS characters': countOnRcs,
  'UTF-16 units': (text) => text.length,
  'code points': countCodePoints,
  bytes: countBytes,
};

/** The most that counting in a unit makes of a 16-bit unit, where it can be more than one. */
const MOST_PER_UNIT: { readonly [unit: string]: number } = { bytes: 3, 'RCS characters': 2 };

/** How long a text is in the unit of a rule, if that is more than the rule allows. Most texts are too short to need counting. */
export function lengthBeyond(text: string, rule: Pick<Rule, 'most' | 'unit'> | undefined): number | undefined {
  if (rule === undefined || text.length * (MOST_PER_UNIT[rule.unit] ?? 1) <= rule.most) return undefined;
  const length = countIn(rule.unit, text);
  return length > rule.most ? length : undefined;
}

/** The length of a text in a unit of the tables. */
export function countIn(unit: string, text: string): number {
  return (COUNTERS[unit] ?? countGraphemes)(text);
}
