import type { Schema, SpecDocument } from '../contract/index.ts';

/** What the spec says about a value, as far as its shape goes. */
export interface SchemaView {
  /** The field of this name; `undefined` when the spec does not name it. */
  field(name: string): SchemaView | undefined;
  /** What the entries of a list, or the values of a map, look like. */
  entries(): SchemaView;
  /** Are the keys free, and thus data? Then they are not to be shown. */
  isMap: boolean;
  /** Does it say nothing about what is inside? */
  isOpen: boolean;
  /** May there be fields that it does not name? */
  takesMore: boolean;
}

const PARTS = ['allOf', 'anyOf', 'oneOf'] as const;

/** Looks at a schema of a document with all that it refers to. */
export function viewSchema(document: SpecDocument, schema: unknown): SchemaView {
  return view(document, flatten(document, schema));
}

function view(document: SpecDocument, schemas: Schema[]): SchemaView {
  const objects = schemas.map((schema) => schema.properties).filter(isObject);
  const values = schemas.flatMap(({ additionalProperties: extra }) => (isObject(extra) ? [extra] : []));
  const items = schemas.flatMap((schema) => (isObject(schema.items) ? [schema.items] : []));
  const into = (parts: unknown[]) =>
    view(
      document,
      parts.flatMap((part) => flatten(document, part)),
    );
  const isMap = objects.length === 0 && items.length === 0;
  return {
    field(name) {
      const named = objects.flatMap((properties) => (Object.hasOwn(properties, name) ? [properties[name]] : []));
      return named.length > 0 ? into(named) : undefined;
    },
    entries: () => into([...items, ...values]),
    isMap,
    isOpen: isMap && values.length === 0,
    takesMore: schemas.some((schema) => schema.additionalProperties === true),
  };
}

/** A schema and all the parts that describe the same value. */
function flatten(document: SpecDocument, schema: unknown, depth = 0): Schema[] {
  // The spec nests no deeper; a circle of references would.
  if (!isObject(schema) || depth > 20) return [];
  const target = typeof schema.$ref === 'string' ? flatten(document, resolve(document, schema.$ref), depth + 1) : [];
  const parts = PARTS.flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [schema, ...target, ...parts.flatMap((part) => flatten(document, part, depth + 1))];
}

/** What a JSON pointer leads to. */
export function resolve({ json }: SpecDocument, pointer: string): unknown {
  const parts = decodeURIComponent(pointer).split('/').slice(1);
  return parts.reduce<unknown>(
    (value, part) => (isObject(value) ? value[part.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
    json,
  );
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
