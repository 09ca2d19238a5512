import type { Edit, Place } from './changes.ts';
import { claimWord } from './claim-words.ts';
import type { Findings } from './findings.ts';
import { createFindings } from './findings.ts';
import { canonical } from './json.ts';
import { findRename } from './renames.ts';
import type { Kind } from './rules.ts';
import { type Body, bodiesOf, groupOf, type Sides } from './schema-bodies.ts';
import { describeForm, type Form, type Forms, plain, saysAnything } from './schema-form.ts';

/** Compares schemas at the same place of both documents, each pair of named ones once. */
export interface SchemaComparison extends Sides {
  findings: Findings;
  compare(place: Place, ours: Form, theirs: Form): void;
  /** Whether both names are of one schema, which may have been renamed. */
  isSame(ours: string, theirs: string): boolean;
  /** Whether both say the same, whatever they are called. */
  sayTheSame(ours: Form, theirs: Form): boolean;
}

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
  const comparison: SchemaComparison = { ours, theirs, renames, findings, compare, isSame, sayTheSame };
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
      if (canonical(targetOf(ours, a)?.types) !== canonical(b.types)) compareBodies(place, targetOf(ours, a) ?? a, b);
      else compareNamed(a.ref, { ...b, words: Object.fromEntries(rest) });
      return;
    }
    const target = b.ref === undefined ? b : targetOf(theirs, b);
    if (target && !alreadyCompared([place.root, place.steps, b.ref], b.ref)) {
      // what is put in its place is the reference
      compareBodies(place, a, { ...target, source: b.source });
    }
  }

  function compareNamed(name: string, b: Form): void {
    const target = ours[name];
    const other = b.ref === undefined ? b : theirs[b.ref];
    if (!target || !other || alreadyCompared([name, b.ref], b.ref)) return;
    const place: Place = { root: { schema: name }, steps: [] };
    if (target.ref === undefined && other.ref === undefined) compareBodies(place, target, other);
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
    if (canonical(before) !== canonical(after))
      claimed(place, key, before, after, b, () => claimWord(findings, place, key, before, after, b.source));
  }

  /** A difference that no rule has claimed is told as it is, and breaks until somebody writes a rule. */
  function claimed(place: Place, what: string, before: unknown, after: unknown, b: Form, claim: () => void): void {
    const { noted } = findings;
    claim();
    if (findings.noted > noted || canonical(before) === canonical(after)) return;
    const words = { before: `${what} ${canonical(before) ?? 'not said'}`, after: `${what} ${canonical(after) ?? 'not said'}` };
    findings.change('unclassified', place, { do: 'replace', place, schema: b.source }, words);
  }

  function compareBodies(place: Place, left: Form, right: Form): void {
    const [a, b] = bodiesOf(comparison, left, right);
    const edit: Edit = { do: 'replace', place, schema: right.source };
    if (canonical(a.form.types) !== canonical(b.form.types)) {
      const words = { before: describeForm(left), after: describeForm(right) };
      if (b.form.types === undefined) findings.keep('type.widened', place, edit, words);
      else {
        findings.change(kindOfTypeChange(a.form.types, b.form.types), place, edit, words);
        return;
      }
    }
    compareWords(place, a.form, b.form);
    const [before, after] = [factsOf(a, b), factsOf(b, a)];
    const claim = (fact: keyof Facts, compareFact: () => void): void =>
      claimed(place, fact, before[fact], after[fact], b.form, compareFact);
    claim('values', () => compareValues(place, a.form, b.form));
    claim('alternatives', () => compareMembers(place, a, b, edit));
    claim('fields', () => compareProperties(place, a, b));
    claim('items', () => comparePart(place, '[]', 'items', a.form.items, b.form.items, edit));
    claim('map', () => comparePart(place, '{}', 'map', a.form.map, b.form.map, edit));
    claim('keys', () => comparePart(place, '{key}', 'keys', a.form.keys, b.form.keys, edit));
  }

  /** A schema inside that may be missing on one side. */
  function comparePart(
    place: Place,
    step: string,
    what: 'items' | 'map' | 'keys',
    a: Form | false | undefined,
    b: Form | false | undefined,
    edit: Edit,
  ): void {
    if (a && b) {
      const isOther = what === 'keys' && (a.ref === undefined || b.ref === undefined || !isSame(a.ref, b.ref));
      if (!isOther) compare({ root: place.root, steps: [...place.steps, step] }, a, b);
      else if (!sayTheSame(a, b)) findings.change('keys.changed', place, edit, { before: describeForm(a), after: describeForm(b) });
      return;
    }
    if (a === b) return;
    const words = { before: describePart(what, a), after: describePart(what, b) };
    const kind: Kind =
      what === 'keys' ? 'keys.changed' : what === 'items' ? 'type.narrowed' : b === false ? 'properties.closed' : 'map.changed';
    if (b === undefined) findings.keep(kind === 'keys.changed' ? kind : 'type.widened', place, edit, words);
    else findings.change(kind, place, edit, words);
  }

  function compareValues(place: Place, a: Form, b: Form): void {
    const [before, after] = [a.values, b.values];
    if (!after) {
      if (before) findings.keep('enum.opened', place, { do: 'set', place, word: 'enum', value: undefined }, { before: describeForm(a) });
      return;
    }
    if (!before) {
      findings.change('enum.closed', place, { do: 'set', place, word: 'enum', value: after }, { after: after.join(', ') });
      return;
    }
    for (const [index, value] of after.entries()) {
      if (before.includes(value)) continue;
      findings.change('enum.added', place, { do: 'enum', place, add: value, after: after[index - 1] }, { after: String(value) });
    }
    for (const value of before.filter((one) => !after.includes(one))) {
      findings.change('enum.removed', place, { do: 'enum', place, remove: value }, { before: String(value) });
    }
  }

  function compareMembers(place: Place, a: Body, b: Body, edit: Edit): void {
    const [left, fresh] = [[...a.members], [...b.members]];
    if (left.length === 0 || fresh.length === 0) {
      const groups = [left, fresh].map((members) =>
        members
          .flatMap((one) => groupOf(one) || [])
          .sort()
          .join(', '),
      );
      const words = { before: groups[0] || 'none', after: groups[1] || 'none' };
      if (left.length > 0) findings.keep('alternatives.changed', place, edit, words);
      else if (groups[1] !== '') findings.change('alternatives.changed', place, edit, words);
      return;
    }
    const pairs = [];
    for (const test of [sameName, sameKeys, sameGroup, sharesKey]) {
      for (const one of [...fresh]) {
        const same = left.find((other) => test(other, one));
        if (!same) continue;
        left.splice(left.indexOf(same), 1);
        fresh.splice(fresh.indexOf(one), 1);
        pairs.push([same, one] as const);
      }
    }
    for (const [one, other] of pairs) compareMember(place, one, other);
    const inline = pairs.filter(([one, other]) => one.name === undefined || other.name === undefined);
    const [before, after] = [0, 1].map((side) =>
      inline
        .map((pair) => groupOf(pair[side] as Body) || 'nothing')
        .sort()
        .join(', '),
    );
    if (before !== after) findings.change('alternatives.changed', place, edit, { before: before as string, after: after as string });
    for (const one of fresh) {
      if (one.name !== undefined && a.members.some(({ name }) => name !== undefined))
        findings.change('variant.added', place, edit, { after: one.name });
      else addMember(place, a, one, edit);
    }
    for (const one of left) {
      if (one.name !== undefined && b.members.some(({ name }) => name !== undefined))
        findings.change('variant.removed', place, edit, { before: one.name });
      else removeMember(place, b, one, edit);
    }
  }

  function sameName(a: Body, b: Body): boolean {
    return a.name !== undefined && b.name !== undefined && isSame(a.name, b.name);
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

  function compareMember(place: Place, a: Body, b: Body): void {
    const [left, right] = [a.original, b.original];
    if (a.name !== undefined) compare(place, left, right);
    else {
      compareWords(place, a.form, b.form);
      compareProperties(place, { ...a, isMember: true }, { ...b, isMember: true });
      const rest = [a, b].map(({ form: { properties: _, required: __, words: ___, ...form } }) => form);
      if (!sayTheSame(rest[0] as Form, rest[1] as Form))
        findings.change('alternatives.changed', place, { do: 'replace', place, schema: right.source });
    }
  }

  /** An alternative more is its keys more, or of another kind. */
  function addMember(place: Place, a: Body, { form }: Body, edit: Edit): void {
    const keys = Object.entries(form.properties ?? {}).filter(([name]) => !a.all.properties?.[name]);
    for (const [name, one] of keys) {
      const added: Edit = { do: 'add-property', place, name, schema: one.source, required: false, alternative: groupOf({ form }) === name };
      findings.change('property.added', stepTo(place, name), added, { after: describeForm(one) });
    }
    if (keys.length === 0) findings.change('variant.added', place, edit, { after: groupOf({ form }) || describeForm(form) });
  }

  function removeMember(place: Place, b: Body, { form }: Body, edit: Edit): void {
    const keys = Object.entries(form.properties ?? {}).filter(([name]) => !b.all.properties?.[name]);
    for (const [name, one] of keys) {
      findings.change('property.removed', stepTo(place, name), { do: 'remove-property', place, name }, { before: describeForm(one) });
    }
    if (keys.length === 0) findings.change('variant.removed', place, edit, { before: groupOf({ form }) || describeForm(form) });
  }

  function compareProperties(place: Place, a: Body, b: Body): void {
    const [before, after] = [propertiesOf(a, b), propertiesOf(b, a)];
    // an object that lists nothing leaves everything open
    if (Object.keys(after).length === 0 && Object.keys(before).length > 0) {
      if (b.members.length === 0)
        findings.keep('type.widened', place, { do: 'replace', place, schema: b.form.source }, { before: 'its fields' });
      return;
    }
    let previous: string | undefined;
    for (const [name, form] of Object.entries(after)) {
      const [own, required] = [before[name], isRequired(b, name)];
      if (!own) {
        const edit: Edit = { do: 'add-property', place, name, schema: form.source, required, alternative: false, after: previous };
        findings.change(required ? 'property.added-required' : 'property.added', stepTo(place, name), edit, { after: describeForm(form) });
      } else {
        const owner = a.owners[name];
        const holder: Place = owner === undefined ? place : { root: { schema: owner }, steps: [] };
        if (!a.isMember && isRequired(a, name) !== required) {
          // a base of ours that is written out there may be the base of others
          const how = !required && owner !== undefined && b.owners[name] === undefined ? 'keep' : 'change';
          const edit: Edit = { do: 'require', place: holder, name, required };
          findings[how](required ? 'property.required' : 'property.optional', stepTo(holder, name), edit);
        }
        compare(stepTo(holder, name), own, form);
      }
      previous = name;
    }
    for (const [name, form] of Object.entries(before)) {
      if (after[name]) continue;
      findings.change('property.removed', stepTo(place, name), { do: 'remove-property', place, name }, { before: describeForm(form) });
    }
    compareStrayRequired(place, a, b);
  }

  /** Keys that must be there without being described. */
  function compareStrayRequired(place: Place, a: Body, b: Body): void {
    if (a.isMember) return;
    const stray = (one: Body, other: Body) =>
      (one.form.required ?? []).filter((name) => !one.all.properties?.[name] && !other.all.properties?.[name]);
    const [before, after] = [stray(a, b).join(', '), stray(b, a).join(', ')];
    if (before === after) return;
    const edit: Edit = { do: 'replace', place, schema: b.form.source };
    findings.change('required.changed', place, edit, { before: before || 'none', after: after || 'none' });
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

/** What a schema says by itself; what its parts say is compared with them. */
function factsOf(body: Body, other: Body) {
  const { form, members } = body;
  return {
    values: form.values?.map(String).sort(),
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
      .sort(),
    fields: Object.keys(propertiesOf(body, other))
      .map((name) => [name, isRequired(body, name)])
      .sort(),
    items: form.items && true,
    map: form.map && true,
    keys: form.keys && true,
  };
}

type Facts = ReturnType<typeof factsOf>;

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

function stepTo(place: Place, name: string): Place {
  return { root: place.root, steps: [...place.steps, `.${name}`] };
}

function isRequired({ form }: Body, name: string): boolean {
  return form.required?.includes(name) ?? false;
}

/** Those of the whole, and those of its alternatives where the other side has none. */
function propertiesOf(body: Body, other: Body): Record<string, Form> {
  return (body.members.length > 0 && other.members.length > 0 ? body.form.properties : body.all.properties) ?? {};
}

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
