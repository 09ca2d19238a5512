import type { Schema } from '../openapi.ts';
import { canonical, isObject, type JsonObject } from './json.ts';

/** A value of an enum. */
export type Value = string | number | boolean;

/**
 * What a schema says, whatever its form: the same for a flat object and for one put together from inline parts, for `nullable`
 * and a type `null`, for `const` and an enum of one. This is the one view of a schema that everything here works on. What is
 * neither a text nor an extension is in it, known or not.
 */
export interface Form {
  /** A named schema; words of the place may stand beside it. */
  ref?: string;
  nullable?: true;
  /** In order, without `null`. */
  types?: string[];
  values?: Value[];
  properties?: Record<string, Form>;
  required?: string[];
  /** Named schemas that it is all of. */
  bases?: string[];
  /** What it is one of. */
  members?: Form[];
  items?: Form;
  /** Values of a map; `false` when nothing may stand beside the listed properties. */
  map?: Form | false;
  /** Keys of a map. */
  keys?: Form;
  /** Every other word, the unknown ones too. */
  words?: JsonObject;
  /** What it was read from; not part of what it says. */
  source: Schema;
}

/** Named schemas. */
export type Forms = Record<string, Form>;

/** Texts and names for tools: they change nothing on the wire. */
const TEXTS = new Set(['description', 'title', 'summary', 'example', 'examples', 'externalDocs', 'xml', '$schema', '$id', '$comment']);

/** Words that are read into a field of their own. */
const READ = new Set([
  ...['$ref', 'type', 'enum', 'const', 'properties', 'required', 'allOf', 'oneOf', 'anyOf'],
  ...['items', 'additionalProperties', 'propertyNames'],
]);

/** Saying these is saying nothing. */
const NOTHING: JsonObject = {
  deprecated: false,
  readOnly: false,
  writeOnly: false,
  uniqueItems: false,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
};

/** Widths of numbers; every language that we write for has one kind of number. */
const NUMERIC = /^(u?int\d+|float|double|decimal)$/;

/** The form of a schema. */
export function formOf(schema: Schema | boolean): Form {
  if (schema === false) return { types: ['never'], source: {} };
  if (schema === true) return { source: {} };
  const form: Form = { source: schema };
  if (schema.$ref !== undefined) form.ref = lastName(schema.$ref);
  readValues(form, schema);
  if (schema.properties) form.properties = mapValues(schema.properties, formOf);
  if (schema.required && schema.required.length > 0) form.required = [...new Set(schema.required)].sort();
  if (schema.items) form.items = formOf(schema.items);
  if (schema.propertyNames) form.keys = formOf(schema.propertyNames);
  const { additionalProperties: map } = schema;
  // `true`, an empty schema and silence are one: anything may stand beside what is listed
  if (map === false) form.map = false;
  else if (typeof map === 'object' && saysAnything(formOf(map))) form.map = formOf(map);
  readWords(form, schema);
  for (const word of ['oneOf', 'anyOf'] as const) readMembers(form, schema[word] ?? []);
  for (const part of schema.allOf ?? []) readPart(form, part);
  if (form.bases?.length === 1 && form.ref === undefined && !hasShape(form)) {
    form.ref = form.bases[0] as string;
    delete form.bases;
  }
  // more is asked of the named schema here than elsewhere
  if (form.ref !== undefined && hasShape(form)) {
    form.bases = [...new Set([...(form.bases ?? []), form.ref])].sort();
    delete form.ref;
  }
  const types = form.types ?? impliedTypes(form);
  if (types && form.ref === undefined) form.types = types;
  else delete form.types;
  return form;
}

function readValues(form: Form, schema: Schema): void {
  const types = [schema.type ?? []].flat();
  const values: unknown[] | undefined = schema.const === undefined ? schema.enum : [schema.const];
  if (types.includes('null') || (types.length === 0 && values?.includes(null))) form.nullable = true;
  if (types.some((one) => one !== 'null')) form.types = [...new Set(types)].filter((one) => one !== 'null').sort();
  else if (types.length > 0) form.types = ['null'];
  if (values) form.values = values.filter((value): value is Value => value !== null);
}

function readWords(form: Form, schema: Schema): void {
  const words = Object.entries(schema).filter(
    ([key, value]) =>
      !READ.has(key) && !TEXTS.has(key) && !key.startsWith('x-') && value !== undefined && NOTHING[key] !== value && !isWidth(key, value),
  );
  if (words.length > 0)
    form.words = Object.fromEntries(words.map(([key, value]) => [key, key === 'discriminator' ? plainTags(value) : value]));
}

function isWidth(key: string, value: unknown): boolean {
  return key === 'format' && NUMERIC.test(String(value));
}

/** References of a mapping by the name alone: files are arranged in other ways. */
function plainTags(discriminator: unknown): unknown {
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return discriminator;
  return { ...discriminator, mapping: mapValues(discriminator.mapping, (ref) => lastName(String(ref))) };
}

function readMembers(form: Form, schemas: Schema[]): void {
  if (schemas.length === 0) return;
  const members = schemas.filter((one) => !isNull(one)).map(formOf);
  if (members.length < schemas.length) form.nullable = true;
  const [only] = members;
  if (members.length === 1 && only) {
    mergePart(form, only);
  } else if (members.every(isPlainType)) {
    form.types = [...new Set([...(form.types ?? []), ...members.flatMap(({ types }) => types ?? [])])].sort();
  } else if (form.members) addWord(form, 'further alternatives', members.map(plain));
  else form.members = members;
}

function isNull({ type, ...rest }: Schema): boolean {
  return (type === 'null' || (Array.isArray(type) && type.every((one) => one === 'null'))) && rest.properties === undefined;
}

function isPlainType(form: Form): boolean {
  return Object.keys(form).every((key) => key === 'types' || key === 'source') && form.types !== undefined;
}

function readPart(form: Form, part: Schema): void {
  const inner = formOf(part);
  if (inner.ref === undefined) {
    mergePart(form, inner);
    return;
  }
  form.bases = [...new Set([...(form.bases ?? []), inner.ref])].sort();
  const { ref: _, ...beside } = inner;
  mergePart(form, beside);
}

/** All that an inline part says is said by the whole. */
function mergePart(form: Form, part: Form): void {
  if (part.ref !== undefined) form.ref = part.ref;
  if (part.nullable) form.nullable = true;
  if (part.types && !form.types) form.types = part.types;
  else if (part.types && canonical(part.types) !== canonical(form.types)) addWord(form, 'further types', part.types);
  if (part.values && !form.values) form.values = part.values;
  else if (part.values) addWord(form, 'further values', part.values);
  if (part.properties) form.properties = { ...form.properties, ...part.properties };
  if (part.required) form.required = [...new Set([...(form.required ?? []), ...part.required])].sort();
  if (part.bases) form.bases = [...new Set([...(form.bases ?? []), ...part.bases])].sort();
  if (part.members && !form.members) form.members = part.members;
  else if (part.members) addWord(form, 'further alternatives', part.members.map(plain));
  for (const key of ['items', 'map', 'keys'] as const) {
    if (part[key] === undefined) continue;
    if (form[key] === undefined) Object.assign(form, { [key]: part[key] });
    else addWord(form, `further ${key}`, part[key] && plain(part[key]));
  }
  for (const [key, value] of Object.entries(part.words ?? {})) {
    if (form.words === undefined || !(key in form.words)) addWord(form, key, value);
    else if (canonical(form.words[key]) !== canonical(value)) addWord(form, `further ${key}`, value);
  }
}

function addWord(form: Form, key: string, value: unknown): void {
  form.words = { ...form.words, [key]: value };
}

/** Whether it says anything about what a value looks like, beside the named schemas that it is made of. */
function hasShape({ properties, required, members, items, map, keys, values }: Form): boolean {
  return [properties, required, members, items, map, keys, values].some((one) => one !== undefined);
}

/** Whether it says anything at all; `{}` leaves everything open. */
export function saysAnything(form: Form): boolean {
  return form.ref !== undefined || form.types !== undefined || form.bases !== undefined || hasShape(form);
}

function impliedTypes(form: Form): string[] | undefined {
  if (form.properties || form.map || form.bases || form.members) return ['object'];
  if (form.items) return ['array'];
  return form.values && form.values.length > 0 ? [...new Set(form.values.map((value) => typeof value))].sort() : undefined;
}

/** The form without what it was read from: equal data say the same. */
export function plain(form: Form): JsonObject {
  const { source: _, properties, members, items, map, keys, ...rest } = form;
  return {
    ...rest,
    ...(properties && { properties: mapValues(properties, plain) }),
    ...(members && { members: members.map(plain) }),
    ...(items && { items: plain(items) }),
    ...(map !== undefined && { map: map && plain(map) }),
    ...(keys && { keys: plain(keys) }),
  };
}

/** `#/components/schemas/Name` → `Name`. */
export function lastName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

export function mapValues<A, B>(record: Record<string, A>, change: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}

/** Short words for a schema: `string (date-time)`, `list of Contact`, `Contact or null`. */
export function describeForm(form: Form | undefined): string {
  if (!form) return 'nothing';
  return `${form.ref ?? describeShape(form)}${form.nullable ? ' or null' : ''}`;
}

function describeShape({ items, values, map, types, words, members }: Form): string {
  if (items) return `list of ${describeForm(items)}`;
  if (values) return `one of ${values.map((value) => `\`${value}\``).join(', ')}`;
  if (map) return `map of ${describeForm(map)}`;
  if (members) return `one of ${members.length} alternatives`;
  const type = types?.join(' or ') ?? 'anything';
  return words?.format === undefined ? type : `${type} (${String(words.format)})`;
}
