import { refName, type Schema } from '../openapi.ts';
import type { Edit, Place } from './changes.ts';
import { placeName } from './changes.ts';
import { compareEnum, compareWords } from './compare-words.ts';
import type { DocumentKind } from './overlays.ts';
import { findRename } from './renames.ts';
import type { Kind } from './rules.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeSchema, type PropertyView, type Schemas, type SchemaView, unwrap, viewSchema } from './schema-view.ts';

export function createSchemaComparison(document: DocumentKind, ours: Schemas, theirs: Schemas): SchemaComparison {
  const seen = new Set<string>();
  const known = new Set<string>();
  const comparison: SchemaComparison = { ours, theirs, changes: [], kept: new Set(), renames: new Map(), compare, isSame, add };
  return comparison;

  function compare(place: Place, left: Schema, right: Schema): void {
    const [a, b] = [unwrap(left), unwrap(right)];
    if (!saysAnything(b.core)) return;
    const nameA = refName(a.core);
    const nameB = refName(b.core);
    if (nameA !== undefined && nameB !== undefined && !isSame(nameA, nameB, place)) {
      if (sayTheSame(ours[nameA], theirs[nameB])) return;
      add('type.changed', place, { do: 'replace', place, schema: right }, { before: describeSchema(left), after: describeSchema(right) });
      return;
    }
    compareNull(place, a.nullable, b.nullable);
    if (nameA !== undefined) {
      compareNamed(nameA, nameB, b.core);
      return;
    }
    const target = nameB === undefined ? b.core : theirs[nameB];
    if (!target || alreadyCompared(`${placeName(place)}|${nameB}`, nameB)) return;
    compareBodies(comparison, place, a.core, target);
  }

  function compareNamed(nameA: string, nameB: string | undefined, right: Schema): void {
    const a = ours[nameA];
    const b = nameB === undefined ? right : theirs[nameB];
    if (!a || !b || alreadyCompared(`${nameA}|${nameB}`, nameB)) return;
    compareBodies(comparison, { root: { schema: nameA }, steps: [] }, a, b);
  }

  function alreadyCompared(key: string, name: string | undefined): boolean {
    if (name === undefined) return false;
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  }

  function compareNull(place: Place, before: boolean, after: boolean): void {
    if (before === after) return;
    const edit: Edit = { do: 'nullable', place, nullable: after };
    add(after ? 'type.widened' : 'type.narrowed', place, edit, {
      before: before ? 'or null' : 'not null',
      after: after ? 'or null' : 'not null',
    });
  }

  function isSame(nameA: string, nameB: string, place: Place): boolean {
    if (nameA === nameB || comparison.renames.get(nameA) === nameB) return true;
    if (!findRename(comparison, nameA, nameB)) return false;
    comparison.renames.set(nameA, nameB);
    add(
      'schema.renamed',
      { root: { schema: nameA }, steps: [] },
      { do: 'rename-schema', from: nameA, to: nameB },
      { before: nameA, after: nameB },
    );
    return isSame(nameA, nameB, place);
  }

  function add(kind: Kind, place: Place, edit: Edit, words: { before?: string; after?: string } = {}): void {
    const where = placeName(place);
    const key = [kind, where, words.before, words.after].join('|');
    if (known.has(key)) return;
    known.add(key);
    const subject = 'schema' in place.root ? { schema: place.root.schema } : { operation: place.root.operation };
    comparison.changes.push({ kind, document, where, ...words, ...subject, edit });
  }

  /** Two names for one thing that is too small to be a rename, such as a string with a format. */
  function sayTheSame(a: Schema | undefined, b: Schema | undefined): boolean {
    if (!a || !b || a.properties || b.properties || !a.enum || !b.enum) return false;
    return a.enum.join() === b.enum.join();
  }
}

const WORDS_OF_SHAPE = ['type', 'properties', 'items', 'enum', 'const', 'additionalProperties', 'allOf', 'anyOf', 'oneOf', '$ref'] as const;

/** `{}` and a description alone leave everything open. */
function saysAnything(schema: Schema): boolean {
  return WORDS_OF_SHAPE.some((word) => schema[word] !== undefined);
}

function compareBodies(comparison: SchemaComparison, place: Place, left: Schema, right: Schema): void {
  const [a, b] = views(comparison, left, right);
  if (a.type !== undefined && b.type !== undefined && a.type !== b.type) {
    const edit: Edit = { do: 'replace', place, schema: right };
    comparison.add(kindOfTypeChange(a.type, b.type), place, edit, { before: describeSchema(left), after: describeSchema(right) });
    return;
  }
  compareEnum(comparison, place, a, b);
  compareWords(comparison, place, left, right);
  compareVariants(comparison, place, a, b, right);
  compareAlternatives(comparison, place, a, b, right);
  compareProperties(comparison, place, a, b);
  if (a.items && b.items) comparison.compare({ ...place, steps: [...place.steps, '[]'] }, a.items, b.items);
  if (a.mapValues && b.mapValues) comparison.compare({ ...place, steps: [...place.steps, '{}'] }, a.mapValues, b.mapValues);
}

function kindOfTypeChange(before: string, after: string): Kind {
  if (before === 'integer' && after === 'number') return 'type.widened';
  return before === 'number' && after === 'integer' ? 'type.narrowed' : 'type.changed';
}

/** Both sides in the form that makes them comparable: common bases left out, unions seen through when one side has them written out. */
function views(comparison: SchemaComparison, left: Schema, right: Schema): [SchemaView, SchemaView] {
  const { ours, theirs, renames } = comparison;
  let a = viewSchema(ours, left);
  let b = viewSchema(theirs, right);
  const common = a.bases.filter((base) => b.bases.includes(renames.get(base) ?? base));
  const flatten = a.variants.length > 0 !== b.variants.length > 0;
  if (common.length === 0 && !flatten) return [a, b];
  for (const base of common) {
    const place: Place = { root: { schema: base }, steps: [] };
    comparison.compare(place, { $ref: `#/components/schemas/${base}` }, { $ref: `#/components/schemas/${renames.get(base) ?? base}` });
  }
  a = viewSchema(ours, left, { skip: new Set(common), flatten });
  b = viewSchema(theirs, right, { skip: new Set(common.map((base) => renames.get(base) ?? base)), flatten });
  return [a, b];
}

function compareVariants(comparison: SchemaComparison, place: Place, a: SchemaView, b: SchemaView, right: Schema): void {
  if (a.variants.length === 0 || b.variants.length === 0) return;
  const left = [...a.variants];
  const fresh: string[] = [];
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
  for (const name of b.variants) {
    const same = left.find((one) => one === name) ?? left.find((one) => comparison.isSame(one, name, place));
    if (same === undefined) {
      fresh.push(name);
      continue;
    }
    left.splice(left.indexOf(same), 1);
    comparison.compare(place, ref(same), ref(name));
  }
  const edit: Edit = { do: 'replace', place, schema: right };
  for (const name of fresh) comparison.add('variant.added', place, edit, { after: name });
  for (const name of left) comparison.add('variant.removed', place, edit, { before: name });
}

/** Groups of keys that both sides know. A document without groups says nothing about them. */
function compareAlternatives(comparison: SchemaComparison, place: Place, a: SchemaView, b: SchemaView, right: Schema): void {
  if (b.alternatives.length === 0) {
    if (a.alternatives.length > 0) comparison.kept.add(`${placeName(place)}: alternatives`);
    return;
  }
  const inBoth = (group: string) => group.split('+').every((key) => a.properties.has(key) && b.properties.has(key));
  const [before, after] = [a, b].map((view) => view.alternatives.filter(inBoth).sort().join(', '));
  if (before === after) return;
  comparison.add(
    'alternatives.changed',
    place,
    { do: 'replace', place, schema: right },
    { before: before || 'none', after: after || 'none' },
  );
}

function compareProperties(comparison: SchemaComparison, place: Place, a: SchemaView, b: SchemaView): void {
  const step = (name: string): Place => ({ root: place.root, steps: [...place.steps, `.${name}`] });
  // an object that lists nothing leaves everything open
  if (b.properties.size === 0 && (a.properties.size > 0 || b.variants.length > 0)) return;
  for (const [name, { schema }] of b.properties) {
    if (a.properties.has(name)) continue;
    const required = b.required.has(name);
    const alternative = b.alternatives.includes(name);
    const edit: Edit = { do: 'add-property', place, name, schema, required, alternative };
    comparison.add(required ? 'property.added-required' : 'property.added', step(name), edit, { after: describeSchema(schema) });
  }
  for (const [name, property] of a.properties) {
    const other = b.properties.get(name);
    if (other === undefined) {
      const edit: Edit = { do: 'remove-property', place, name };
      comparison.add('property.removed', step(name), edit, { before: describeSchema(property.schema) });
      continue;
    }
    // whether an inherited key is required is said where it is inherited from
    if (property.owner === undefined && other.owner === undefined) {
      compareRequired(comparison, place, step(name), name, a.required.has(name), b.required.has(name));
    }
    comparison.compare(propertyPlace(place, name, property), property.schema, other.schema);
  }
}

/** A property that is inherited is changed where it is written down. */
function propertyPlace(place: Place, name: string, { owner }: PropertyView): Place {
  if (owner !== undefined) return { root: { schema: owner }, steps: [`.${name}`] };
  return { root: place.root, steps: [...place.steps, `.${name}`] };
}

function compareRequired(comparison: SchemaComparison, holder: Place, place: Place, name: string, before: boolean, after: boolean): void {
  if (before === after) return;
  const edit: Edit = { do: 'require', place: holder, name, required: after };
  comparison.add(after ? 'property.required' : 'property.optional', place, edit);
}
