import type { Edit, Place } from './changes.ts';
import { claimWord } from './claim-words.ts';
import { compareBodies } from './compare-bodies.ts';
import type { Findings } from './findings.ts';
import { createFindings } from './findings.ts';
import { canonical, isEqual } from './json.ts';
import { findRename } from './renames.ts';
import type { Kind } from './rules.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm, type Form, type Forms, plain, saysAnything } from './schema-form.ts';

/** Depth at which schemas that hold one another are taken to say the same. */
const MAX_TRIAL_DEPTH = 12;

export function createSchemaComparison(
  findings: Findings,
  ours: Forms,
  theirs: Forms,
  renames = new Map<string, string>(),
  depth = 0,
): SchemaComparison {
  const seen = new Set<string>();
  const trials = new Map<string, boolean>();
  const comparison: SchemaComparison = { ours, theirs, renames, findings, compare, compareWords, claimed, isSame, sayTheSame };
  return comparison;

  function compare(place: Place, a: Form, b: Form): void {
    const edit: Edit = { do: 'replace', place, schema: b.source };
    const words = { before: describeForm(a), after: describeForm(b) };
    if (!saysAnything(b)) {
      if (saysAnything(a)) findings.keep('type.widened', place, edit, words);
      compareWords(place, a, b);
      return;
    }
    if (!saysAnything(a)) {
      findings.change('type.narrowed', place, edit, words);
      return;
    }
    compareNull(place, a, b);
    if (a.ref !== undefined && b.ref !== undefined) {
      if (isSame(a.ref, b.ref)) compareNamed(a.ref, b);
      else if (!sayTheSame(a, b)) findings.change('type.changed', place, edit, words);
      compareWords(place, a, b);
      return;
    }
    if (a.ref !== undefined) {
      // words beside our reference are of this place, those of theirs may be of the schema
      const beside = Object.entries(a.words ?? {});
      const rest = Object.entries(b.words ?? {}).filter(([key, value]) => canonical(a.words?.[key]) !== canonical(value));
      for (const [key, value] of beside) if (!(b.words && key in b.words)) compareWord(place, key, value, undefined, b);
      // the schema is not another one because something else stands here
      if (canonical(targetOf(ours, a)?.types) !== canonical(b.types)) compareBodies(comparison, place, targetOf(ours, a) ?? a, b);
      else compareNamed(a.ref, { ...b, words: Object.fromEntries(rest) });
      return;
    }
    const target = b.ref === undefined ? b : targetOf(theirs, b);
    if (target && !alreadyCompared([place.root, place.steps, b.ref], b.ref)) {
      // what is put in its place is the reference
      compareBodies(comparison, place, a, { ...target, source: b.source });
    }
  }

  function compareNamed(name: string, b: Form): void {
    const target = ours[name];
    const other = b.ref === undefined ? b : theirs[b.ref];
    if (!target || !other || alreadyCompared([name, b.ref], b.ref)) return;
    const place: Place = { root: { schema: name }, steps: [] };
    if (target.ref === undefined && other.ref === undefined) compareBodies(comparison, place, target, other);
    else compare(place, target, other);
  }

  function alreadyCompared(key: unknown, name: string | undefined): boolean {
    const text = JSON.stringify(key);
    if (name === undefined) return false;
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  }

  /** Told where the named schema stands, when it is the schema that takes null now, and not the place. */
  function compareNull(place: Place, a: Form, b: Form): void {
    const [before, after] = [takesNull(ours, a), takesNull(theirs, b)];
    if (before === after) return;
    const isNamed = a.ref !== undefined && b.ref !== undefined && a.nullable === b.nullable;
    const at: Place = isNamed ? { root: { schema: a.ref as string }, steps: [] } : place;
    const [kind, words]: [Kind, { before: string; after: string }] = after
      ? ['type.widened', { before: 'not null', after: 'or null' }]
      : ['type.narrowed', { before: 'or null', after: 'not null' }];
    findings.change(kind, at, { do: 'nullable', place: at, nullable: after }, words);
  }

  function compareWords(place: Place, a: Form, b: Form): void {
    for (const key of new Set([...Object.keys(a.words ?? {}), ...Object.keys(b.words ?? {})])) {
      compareWord(place, key, a.words?.[key], b.words?.[key], b);
    }
  }

  function compareWord(place: Place, key: string, before: unknown, after: unknown, b: Form): void {
    if (!isEqual(before, after)) claimed(place, key, before, after, b, () => claimWord(findings, place, key, before, after, b.source));
  }

  function claimed(place: Place, what: string, before: unknown, after: unknown, b: Form, claim: () => void): void {
    const { noted } = findings;
    claim();
    if (findings.noted > noted || isEqual(before, after)) return;
    const words = { before: `${what} ${canonical(before) ?? 'not said'}`, after: `${what} ${canonical(after) ?? 'not said'}` };
    findings.change('unclassified', place, { do: 'replace', place, schema: b.source }, words);
  }

  function isSame(nameA: string, nameB: string): boolean {
    if (nameA === nameB || renames.get(nameA) === nameB) return true;
    // a trial changes nothing, and looks for nothing new
    if (depth > 0 || !findRename(comparison, nameA, nameB)) return false;
    renames.set(nameA, nameB);
    const edit: Edit = { do: 'rename-schema', from: nameA, to: nameB };
    findings.change('schema.renamed', { root: { schema: nameA }, steps: [] }, edit, { before: nameA, after: nameB });
    return true;
  }

  function sayTheSame(a: Form, b: Form): boolean {
    if (depth > MAX_TRIAL_DEPTH) return true;
    const key = a.ref !== undefined && b.ref !== undefined ? canonical([plain(a), plain(b)]) : undefined;
    const known = key === undefined ? undefined : trials.get(key);
    if (known !== undefined) return known;
    if (key !== undefined) trials.set(key, true);
    const trial = createSchemaComparison(createFindings('conversation'), ours, theirs, renames, depth + 1);
    const place: Place = { root: { schema: '' }, steps: [] };
    const [left, right] = [a.ref === undefined ? a : targetOf(ours, a), b.ref === undefined ? b : targetOf(theirs, b)];
    if (left && right) trial.compare(place, left, right);
    const same = trial.findings.noted === 0;
    if (key !== undefined) trials.set(key, same);
    return same;
  }
}

/** The named schema behind a reference, and behind that, with the words of the place. */
function targetOf(schemas: Forms, form: Form): Form | undefined {
  let target = schemas[form.ref ?? ''];
  for (const trail = new Set<string>(); target?.ref !== undefined && !trail.has(target.ref); ) {
    trail.add(target.ref);
    target = schemas[target.ref];
  }
  if (!target) return undefined;
  const words = { ...target.words, ...form.words };
  const nullable = form.nullable ?? target.nullable;
  return { ...target, ...(Object.keys(words).length > 0 ? { words } : {}), ...(nullable ? { nullable } : {}) };
}

function takesNull(schemas: Forms, form: Form): boolean {
  return form.nullable === true || (form.ref !== undefined && targetOf(schemas, form)?.nullable === true);
}
