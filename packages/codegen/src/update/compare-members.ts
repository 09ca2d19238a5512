import type { Edit, Place } from './changes.ts';
import { compareProperties, stepTo } from './compare-properties.ts';
import { canonical } from './json.ts';
import { type Body, groupOf } from './schema-bodies.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm, type Form } from './schema-form.ts';

/** Compares what two schemas are one of. Alternatives are matched by name, else by their keys. */
export function compareMembers(comparison: SchemaComparison, place: Place, a: Body, b: Body, edit: Edit): void {
  const [left, fresh] = [[...a.members], [...b.members]];
  if (left.length === 0 || fresh.length === 0) {
    const groups = [left, fresh].map((members) =>
      members
        .flatMap((one) => groupOf(one) || [])
        .sort()
        .join(', '),
    );
    const words = { before: groups[0] || 'none', after: groups[1] || 'none' };
    if (left.length > 0) comparison.findings.keep('alternatives.changed', place, edit, words);
    else if (groups[1] !== '') comparison.findings.change('alternatives.changed', place, edit, words);
    return;
  }
  const pairs = [];
  const isSameName = (one: Body, other: Body) => sameName(comparison, one, other);
  for (const test of [isSameName, sameKeys, sameGroup, sharesKey]) {
    for (const one of [...fresh]) {
      const same = left.find((other) => test(other, one));
      if (!same) continue;
      left.splice(left.indexOf(same), 1);
      fresh.splice(fresh.indexOf(one), 1);
      pairs.push([same, one] as const);
    }
  }
  for (const [one, other] of pairs) compareMember(comparison, place, one, other);
  const inline = pairs.filter(([one, other]) => one.name === undefined || other.name === undefined);
  const [before, after] = [0, 1].map((side) =>
    inline
      .map((pair) => groupOf(pair[side] as Body) || 'nothing')
      .sort()
      .join(', '),
  );
  if (before !== after)
    comparison.findings.change('alternatives.changed', place, edit, { before: before as string, after: after as string });
  for (const one of fresh) {
    if (one.name !== undefined && a.members.some(({ name }) => name !== undefined))
      comparison.findings.change('variant.added', place, edit, { after: one.name });
    else addMember(comparison, place, a, one, edit);
  }
  for (const one of left) {
    if (one.name !== undefined && b.members.some(({ name }) => name !== undefined))
      comparison.findings.change('variant.removed', place, edit, { before: one.name });
    else removeMember(comparison, place, b, one, edit);
  }
}

function sameName(comparison: SchemaComparison, a: Body, b: Body): boolean {
  return a.name !== undefined && b.name !== undefined && comparison.isSame(a.name, b.name);
}

function sameKeys(a: Body, b: Body): boolean {
  const keys = [a, b].map(({ form }) =>
    Object.keys(form.properties ?? {})
      .sort()
      .join(),
  );
  return keys[0] === keys[1] && (keys[0] !== '' || canonical(a.form.types) === canonical(b.form.types));
}

function sameGroup(a: Body, b: Body): boolean {
  return groupOf(a) !== '' && groupOf(a) === groupOf(b);
}

function sharesKey(a: Body, b: Body): boolean {
  const isInline = a.name === undefined || b.name === undefined;
  return isInline && Object.keys(a.form.properties ?? {}).some((key) => key in (b.form.properties ?? {}));
}

function compareMember(comparison: SchemaComparison, place: Place, a: Body, b: Body): void {
  const [left, right] = [a.original, b.original];
  if (a.name !== undefined) comparison.compare(place, left, right);
  else {
    comparison.compareWords(place, a.form, b.form);
    compareProperties(comparison, place, { ...a, isMember: true }, { ...b, isMember: true });
    const rest = [a, b].map(({ form: { properties: _, required: __, words: ___, ...form } }) => form);
    if (!comparison.sayTheSame(rest[0] as Form, rest[1] as Form))
      comparison.findings.change('alternatives.changed', place, { do: 'replace', place, schema: right.source });
  }
}

/** An alternative more is its keys more, or of another kind. */
function addMember(comparison: SchemaComparison, place: Place, a: Body, { form }: Body, edit: Edit): void {
  const keys = Object.entries(form.properties ?? {}).filter(([name]) => !a.all.properties?.[name]);
  for (const [name, one] of keys) {
    const added: Edit = { do: 'add-property', place, name, schema: one.source, required: false, alternative: groupOf({ form }) === name };
    comparison.findings.change('property.added', stepTo(place, name), added, { after: describeForm(one) });
  }
  if (keys.length === 0) comparison.findings.change('variant.added', place, edit, { after: groupOf({ form }) || describeForm(form) });
}

function removeMember(comparison: SchemaComparison, place: Place, b: Body, { form }: Body, edit: Edit): void {
  const keys = Object.entries(form.properties ?? {}).filter(([name]) => !b.all.properties?.[name]);
  for (const [name, one] of keys) {
    comparison.findings.change(
      'property.removed',
      stepTo(place, name),
      { do: 'remove-property', place, name },
      { before: describeForm(one) },
    );
  }
  if (keys.length === 0) comparison.findings.change('variant.removed', place, edit, { before: groupOf({ form }) || describeForm(form) });
}
