import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schema } from '../src/openapi.ts';
import { compareDocuments } from '../src/update/compare-documents.ts';
import { type DocumentForm, documentForm } from '../src/update/document-form.ts';
import { canonical, isObject, type JsonObject } from '../src/update/json.ts';
import { normalise } from '../src/update/normalise.ts';
import { type Form, type Forms, formOf, mapValues, plain } from '../src/update/schema-form.ts';
import { vendorDocument } from './helpers/documents.ts';

const RUNS = Number(process.env.CONVAPI_SPEC_RUNS ?? 2000);

const document = documentForm(normalise('ours', vendorDocument()));
/** In place of every schema but the one that changes, so that a comparison takes no time. Each is unlike the others. */
const STUBS: Forms = mapValues(document.schemas, (_, name) => ({
  types: ['object'],
  properties: { [`only_${name}`]: { types: ['string'], source: { type: 'string' } } },
  source: {},
}));
const NAMES = Object.keys(STUBS);

/** How much is told of a document whose one webhook holds the changed schema. */
function toldOf(name: string, changed: Form): number {
  const world = (form: Form): DocumentForm => ({
    hosts: {},
    operations: {},
    webhooks: { W: { body: { ref: name, source: {} }, source: {} as never } },
    schemas: { ...STUBS, [name]: form },
  });
  const { changes, silent } = compareDocuments('conversation', world(document.schemas[name] as Form), world(changed));
  return changes.length + silent.length;
}

interface Site {
  path: (string | number)[];
  key: string;
}

/** Every single thing that a normal form says. */
function sitesOf(node: unknown, path: (string | number)[] = []): Site[] {
  if (Array.isArray(node)) return node.flatMap((one, index) => sitesOf(one, [...path, index]));
  if (!isObject(node)) return [];
  return Object.keys(node).flatMap((key) => {
    if (key === 'source') return [];
    const own = { path, key };
    return [
      own,
      ...sitesOf(key === 'words' ? {} : node[key], [...path, key]),
      ...(key === 'words' ? Object.keys(node.words ?? {}).map((word) => ({ path: [...path, 'words'], key: word })) : []),
    ];
  });
}

/** What may stand in place of something that a normal form says; undefined for nothing. */
function othersFor(name: string, value: unknown, key: string): unknown[] {
  const filler: Form = { types: ['boolean'], source: { type: 'boolean' } };
  if (key === 'ref') return NAMES.slice(0, 2).filter((one) => one !== value && one !== name);
  if (typeof value === 'string') return [undefined, `${value}x`];
  if (typeof value === 'number') return [undefined, value + 1, value - 1];
  if (typeof value === 'boolean') return [undefined, ...(key === 'nullable' ? [] : [filler])];
  if (Array.isArray(value)) {
    if (key === 'types') return [undefined, ['array'], [...new Set([...value, 'boolean'])].sort()];
    if (key === 'bases') return [undefined, value.slice(1), [...value, NAMES.at(name === NAMES.at(-1) ? 0 : -1)].sort()];
    const more = key === 'members' ? filler : 'more';
    return [undefined, value.slice(1), value.slice(0, -1), [...value, more]];
  }
  if (!isObject(value)) return [undefined];
  if (key === 'properties') return [undefined, { ...value, more: filler }, Object.fromEntries(Object.entries(value).slice(1))];
  if (key === 'words') return [undefined, { ...value, unknownWord: 1 }];
  return [undefined, filler, { ...value, nullable: value.nullable ? undefined : true }];
}

/** The form with something else at a site. */
function withOther(form: Form, { path, key }: Site, other: unknown): Form {
  const copy = structuredClone(form);
  const holder = path.reduce<JsonObject>((node, step) => node[step] as JsonObject, copy as unknown as JsonObject);
  if (other === undefined) delete holder[key];
  else holder[key] = other;
  return copy;
}

/** Arrays of nothing say nothing, and what is undefined is not there. */
function meaning(form: Form): string {
  return canonical(
    JSON.parse(JSON.stringify(plain(form), (_, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value))),
  );
}

const SITES = NAMES.flatMap((name) => sitesOf(document.schemas[name]).map((site) => ({ name, site })));

test('whatever one thing changes in a normal form is told: as a change, or as something that is kept', () => {
  expect(SITES.length).toBeGreaterThan(3000);
  const silent: string[] = [];
  for (const { name, site } of SITES) {
    const form = document.schemas[name] as Form;
    const value = [...site.path, site.key].reduce<unknown>((node, step) => (node as JsonObject)[step], form);
    for (const other of othersFor(name, value, site.key)) {
      const changed = withOther(form, site, other);
      if (meaning(changed) !== meaning(form) && toldOf(name, changed) === 0)
        silent.push([name, ...site.path, site.key, JSON.stringify(other)].join('.'));
    }
  }
  expect(silent).toEqual([]);
}, 120_000);

test('whatever several things change is told, too', () => {
  const drawn = fc.array(fc.tuple(fc.nat(10_000), fc.nat(10)), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), drawn, (name, draws) => {
      const form = document.schemas[name] as Form;
      let changed = form;
      for (const [which, how] of draws) {
        const sites = sitesOf(changed);
        const site = sites[which % sites.length];
        if (!site) return;
        const value = [...site.path, site.key].reduce<unknown>((node, step) => (node as JsonObject)[step], changed);
        const others = othersFor(name, value, site.key);
        changed = withOther(changed, site, others[how % others.length]);
      }
      if (meaning(changed) === meaning(form) || toldOf(name, changed) > 0) return;
      throw new Error(`nobody tells that ${meaning(form)} is ${meaning(changed)} now`);
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('a normal form leaves nothing out but texts and extensions', () => {
  const base: Schema = { type: 'object', properties: { a: { type: 'string' } } };
  const words: JsonObject = {
    ...{ const: 'x', default: 1, deprecated: true, readOnly: true, writeOnly: true, format: 'email', pattern: 'x', aWordOfTomorrow: true },
    ...{
      multipleOf: 2,
      maximum: 1,
      exclusiveMaximum: 1,
      minimum: 1,
      exclusiveMinimum: 1,
      maxLength: 1,
      minLength: 1,
      maxItems: 1,
      minItems: 1,
    },
    ...{
      uniqueItems: true,
      maxContains: 1,
      minContains: 1,
      maxProperties: 1,
      minProperties: 1,
      required: ['a'],
      dependentRequired: { a: ['b'] },
    },
    ...{
      not: {},
      if: {},
      else: {},
      prefixItems: [],
      contains: {},
      patternProperties: {},
      dependentSchemas: {},
      propertyNames: { pattern: 'a' },
    },
    ...{ unevaluatedItems: false, unevaluatedProperties: false, contentEncoding: 'base64', contentMediaType: 'a', contentSchema: {} },
    ...{
      discriminator: { propertyName: 'a' },
      additionalProperties: false,
      items: { type: 'string' },
      enum: ['a'],
      $anchor: 'a',
      $dynamicRef: '#a',
    },
    ...{
      allOf: [{ required: ['a'] }],
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    },
  };
  const unchanged = canonical(plain(formOf(base)));
  expect(Object.keys(words).filter((word) => canonical(plain(formOf({ ...base, [word]: words[word] } as Schema))) === unchanged)).toEqual(
    [],
  );
  const texts = { description: 'a', title: 'a', example: 1, examples: [1], externalDocs: {}, xml: {}, 'x-any': 1, $comment: 'a' };
  expect(canonical(plain(formOf({ ...base, ...texts } as Schema)))).toBe(unchanged);
});
