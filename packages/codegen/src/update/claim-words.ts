import type { Schema } from '../openapi.ts';
import type { Edit, Place } from './changes.ts';
import type { Findings } from './findings.ts';
import type { Kind } from './rules.ts';

/** Limits, and whether a larger number is the tighter one. */
const LIMITS: Record<string, boolean> = {
  maxLength: false,
  maxItems: false,
  maxProperties: false,
  maximum: false,
  exclusiveMaximum: false,
  minLength: true,
  minItems: true,
  minProperties: true,
  minimum: true,
  exclusiveMinimum: true,
};

/** Words whose change is of one kind. */
const KINDS: Record<string, Kind> = {
  pattern: 'pattern.changed',
  format: 'format.changed',
  default: 'default.changed',
  deprecated: 'field.deprecated',
  readOnly: 'read-only.added',
  writeOnly: 'write-only.added',
  uniqueItems: 'limit.narrowed',
  discriminator: 'discriminator.changed',
};

/**
 * Says of a word that differs what that means, when there is a rule for it. Where the new document is silent, ours stays: most
 * of ours were never in a document.
 */
export function claimWord(findings: Findings, place: Place, word: string, before: unknown, after: unknown, source: Schema): void {
  const words = { before: saying(word, before), after: saying(word, after) };
  // a discriminator names schemas, which come along with the whole only
  const edit: Edit =
    word in KINDS && word !== 'discriminator' ? { do: 'set', place, word, value: after } : { do: 'replace', place, schema: source };
  if (word in LIMITS || word === 'multipleOf') {
    const isTighter = after !== undefined && isTighterLimit(word, before, after);
    const change: Edit = { do: 'set', place, word, value: after };
    findings[after === undefined ? 'keep' : 'change'](isTighter ? 'limit.narrowed' : 'limit.widened', place, change, words);
    return;
  }
  const kind = KINDS[word];
  if (after === undefined) findings.keep('word.withdrawn', place, edit, { before: words.before });
  else if (kind) findings.change(kind, place, edit, word === 'deprecated' || word.endsWith('Only') ? {} : words);
}

function isTighterLimit(word: string, before: unknown, after: unknown): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return true;
  if (word === 'multipleOf') return before % after !== 0;
  return LIMITS[word] ? after > before : after < before;
}

function saying(word: string, value: unknown): string {
  if (value === undefined) return `${word} ${word in LIMITS ? 'unlimited' : 'not said'}`;
  return `${word} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
}
