import type { Schema } from '../openapi.ts';
import { type Place, placeName } from './changes.ts';
import { canonical } from './json.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import type { SchemaView } from './schema-view.ts';

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

/** Widths of numbers; every language that we write for has one kind of number. */
const NUMERIC = /^(u?int\d+|float|double|decimal)$/;

/** Values that came and went. */
export function compareEnum(comparison: SchemaComparison, place: Place, a: SchemaView, b: SchemaView): void {
  if (!b.values) {
    if (a.values) comparison.kept.add(`${placeName(place)}: the list of values`);
    return;
  }
  const [before, after] = [a.values, b.values];
  if (!before) {
    comparison.add('enum.closed', place, { do: 'set', place, word: 'enum', value: after }, { after: after.join(', ') });
    return;
  }
  for (const value of after.filter((one) => !before.includes(one))) {
    comparison.add('enum.added', place, { do: 'enum', place, add: [value], remove: [] }, { after: value });
  }
  for (const value of before.filter((one) => !after.includes(one))) {
    comparison.add('enum.removed', place, { do: 'enum', place, add: [], remove: [value] }, { before: value });
  }
}

/** Limits, formats, defaults and marks. Where the new document is silent, ours stays: most of ours were never in a document. */
export function compareWords(comparison: SchemaComparison, place: Place, left: Schema, right: Schema): void {
  for (const word of Object.keys(LIMITS)) compareLimit(comparison, place, word, left[word as keyof Schema], right[word as keyof Schema]);
  compareWord(comparison, place, 'pattern', 'pattern.changed', left, right);
  if (!NUMERIC.test(right.format ?? '')) compareWord(comparison, place, 'format', 'format.changed', left, right);
  compareWord(comparison, place, 'default', 'default.changed', left, right);
  compareMark(comparison, place, 'deprecated', 'field.deprecated', left, right);
  compareMark(comparison, place, 'readOnly', 'read-only.added', left, right);
}

function compareLimit(comparison: SchemaComparison, place: Place, word: string, before: unknown, after: unknown): void {
  if (before === after) return;
  if (typeof after !== 'number') {
    comparison.kept.add(`${placeName(place)}: ${word}`);
    return;
  }
  const tighterIsLarger = LIMITS[word];
  // "at least none" limits nothing
  if (before === undefined && tighterIsLarger && after === 0) return;
  const narrower = typeof before !== 'number' || (tighterIsLarger ? after > before : after < before);
  const words = { before: `${word} ${before ?? 'unlimited'}`, after: `${word} ${after}` };
  comparison.add(narrower ? 'limit.narrowed' : 'limit.widened', place, { do: 'set', place, word, value: after }, words);
}

function compareWord(
  comparison: SchemaComparison,
  place: Place,
  word: 'pattern' | 'format' | 'default',
  kind: 'pattern.changed' | 'format.changed' | 'default.changed',
  left: Schema,
  right: Schema,
): void {
  const [before, after] = [(left as Record<string, unknown>)[word], (right as Record<string, unknown>)[word]];
  if (canonical(before) === canonical(after)) return;
  if (after === undefined) {
    comparison.kept.add(`${placeName(place)}: ${word}`);
    return;
  }
  const words = { before: `${word} ${before === undefined ? 'not said' : String(before)}`, after: `${word} ${String(after)}` };
  comparison.add(kind, place, { do: 'set', place, word, value: after }, words);
}

function compareMark(
  comparison: SchemaComparison,
  place: Place,
  word: 'deprecated' | 'readOnly',
  kind: 'field.deprecated' | 'read-only.added',
  left: Schema,
  right: Schema,
): void {
  const marks = [left, right].map((schema) => (schema as Record<string, unknown>)[word] === true);
  if (marks[0] && !marks[1]) comparison.kept.add(`${placeName(place)}: ${word}`);
  if (!marks[0] && marks[1]) comparison.add(kind, place, { do: 'set', place, word, value: true });
}
