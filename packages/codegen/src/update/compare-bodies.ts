import type { Edit, Place } from './changes.ts';
import { compareMembers } from './compare-members.ts';
import { compareProperties, isRequired, propertiesOf } from './compare-properties.ts';
import type { Kind } from './rules.ts';
import { type Body, bodiesOf } from './schema-bodies.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm, type Form } from './schema-form.ts';

/** Compares two schemas that stand at the same place and are no references. */
export function compareBodies(comparison: SchemaComparison, place: Place, left: Form, right: Form): void {
  const [a, b] = bodiesOf(comparison, left, right);
  const edit: Edit = { do: 'replace', place, schema: right.source };
  if (a.form.types?.join() !== b.form.types?.join()) {
    const words = { before: describeForm(left), after: describeForm(right) };
    if (b.form.types === undefined) comparison.findings.keep('type.widened', place, edit, words);
    else {
      comparison.findings.change(kindOfTypeChange(a.form.types, b.form.types), place, edit, words);
      return;
    }
  }
  comparison.compareWords(place, a.form, b.form);
  const [before, after] = [factsOf(a, b), factsOf(b, a)];
  const claim = (fact: keyof Facts, compareFact: () => void): void =>
    comparison.claimed(place, fact, before[fact], after[fact], b.form, compareFact);
  claim('values', () => compareValues(comparison, place, a.form, b.form));
  claim('alternatives', () => compareMembers(comparison, place, a, b, edit));
  claim('fields', () => compareProperties(comparison, place, a, b));
  claim('items', () => comparePart(comparison, place, '[]', 'items', a.form.items, b.form.items, edit));
  claim('map', () => comparePart(comparison, place, '{}', 'map', a.form.map, b.form.map, edit));
  claim('keys', () => comparePart(comparison, place, '{key}', 'keys', a.form.keys, b.form.keys, edit));
}

/** A schema inside that may be missing on one side. */
function comparePart(
  comparison: SchemaComparison,
  place: Place,
  step: string,
  what: 'items' | 'map' | 'keys',
  a: Form | false | undefined,
  b: Form | false | undefined,
  edit: Edit,
): void {
  if (a && b) {
    const isOther = what === 'keys' && (a.ref === undefined || b.ref === undefined || !comparison.isSame(a.ref, b.ref));
    if (!isOther) comparison.compare({ root: place.root, steps: [...place.steps, step] }, a, b);
    else if (!comparison.sayTheSame(a, b))
      comparison.findings.change('keys.changed', place, edit, { before: describeForm(a), after: describeForm(b) });
    return;
  }
  if (a === b) return;
  const words = { before: describePart(what, a), after: describePart(what, b) };
  const kind: Kind =
    what === 'keys' ? 'keys.changed' : what === 'items' ? 'type.narrowed' : b === false ? 'properties.closed' : 'map.changed';
  if (b === undefined) comparison.findings.keep(kind === 'keys.changed' ? kind : 'type.widened', place, edit, words);
  else comparison.findings.change(kind, place, edit, words);
}

function compareValues(comparison: SchemaComparison, place: Place, a: Form, b: Form): void {
  const [before, after] = [a.values, b.values];
  if (!after) {
    if (before)
      comparison.findings.keep('enum.opened', place, { do: 'set', place, word: 'enum', value: undefined }, { before: describeForm(a) });
    return;
  }
  if (!before) {
    comparison.findings.change('enum.closed', place, { do: 'set', place, word: 'enum', value: after }, { after: after.join(', ') });
    return;
  }
  for (const [index, value] of after.entries()) {
    if (before.includes(value)) continue;
    comparison.findings.change('enum.added', place, { do: 'enum', place, add: value, after: after[index - 1] }, { after: String(value) });
  }
  for (const value of before.filter((one) => !after.includes(one))) {
    comparison.findings.change('enum.removed', place, { do: 'enum', place, remove: value }, { before: String(value) });
  }
}

/** What a schema says by itself; what its parts say is compared with them. */
function factsOf(body: Body, other: Body) {
  const { form, members } = body;
  return {
    values: form.values?.map(String).sort().join('|'),
    alternatives: members
      .map(
        (one) =>
          Object.keys(one.form.properties ?? {})
            .sort()
            .join() ||
          one.name ||
          one.form.types?.join() ||
          '',
      )
      .sort()
      .join('|'),
    fields: Object.keys(propertiesOf(body, other))
      .map((name) => (isRequired(body, name) ? `${name}!` : name))
      .sort()
      .join('|'),
    items: form.items && true,
    map: form.map && true,
    keys: form.keys && true,
  };
}

type Facts = ReturnType<typeof factsOf>;

function describePart(what: 'items' | 'map' | 'keys', form: Form | false | undefined): string {
  if (form === false) return 'listed fields only';
  if (form === undefined) return what === 'map' ? 'any' : `any ${what}`;
  return describeForm(form);
}

/** All integers are numbers; what can be either is wider. */
function kindOfTypeChange(before: string[] | undefined, after: string[]): Kind {
  if (!before) return 'type.narrowed';
  const fits = (types: string[], one: string) => types.includes(one) || (one === 'integer' && types.includes('number'));
  if (before.every((one) => fits(after, one))) return 'type.widened';
  return after.every((one) => fits(before, one)) ? 'type.narrowed' : 'type.changed';
}
