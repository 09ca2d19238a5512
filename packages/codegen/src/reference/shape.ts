import { refName, type Schema } from '../openapi.ts';

/** A property of an object, as a reader meets it. */
export interface Field {
  name: string;
  schema: Schema;
  isRequired: boolean;
}

/** Fields of which a value has one, or at least one. */
export interface Choice {
  words: 'Exactly one of' | 'At least one of';
  names: string[];
}

/** What a schema is made of, with references, `allOf` and inline alternatives put together. */
export interface Shape {
  fields: Field[];
  choices: Choice[];
  /** Names of the schemas of which the value is one. */
  variants: string[];
  /** The property that says which variant it is. */
  toldBy: string | undefined;
}

/** Reads the shape of a schema. */
export function shapeOf(schemas: Readonly<Record<string, Schema>>, schema: Schema): Shape {
  const name = refName(schema);
  if (name) return shapeOf(schemas, schemas[name] ?? {});
  const own: Shape = {
    fields: fieldsOf(schema),
    choices: choicesOf(schema),
    variants: (schema.oneOf ?? []).map(refName).filter((one): one is string => one !== undefined),
    toldBy: schema.discriminator?.propertyName,
  };
  return (schema.allOf ?? []).map((part) => shapeOf(schemas, part)).reduce((whole, part) => join(part, whole), own);
}

function fieldsOf({ properties = {}, required = [], oneOf = [], anyOf = [] }: Schema): Field[] {
  const own = Object.entries(properties).flatMap(([name, schema]) =>
    schema ? [{ name, schema, isRequired: required.includes(name) }] : [],
  );
  const alternatives = [...oneOf, ...anyOf].flatMap((one) => Object.entries(one.properties ?? {}));
  const others = alternatives.flatMap(([name, schema]) => (schema ? [{ name, schema, isRequired: false }] : []));
  return [...own.filter((one) => one.isRequired), ...others, ...own.filter((one) => !one.isRequired)];
}

function choicesOf({ oneOf = [], anyOf = [] }: Schema): Choice[] {
  const keys = (alternatives: Schema[]) => alternatives.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const one: Choice = { words: 'Exactly one of', names: keys(oneOf) };
  const some: Choice = { words: 'At least one of', names: keys(anyOf) };
  return [one, some].filter(({ names }) => names.length > 0);
}

/** A later field of the same name says more. */
function join(first: Shape, second: Shape): Shape {
  const later = new Set(second.fields.map(({ name }) => name));
  return {
    fields: [...first.fields.filter(({ name }) => !later.has(name)), ...second.fields],
    choices: [...first.choices, ...second.choices],
    variants: [...first.variants, ...second.variants],
    toldBy: second.toldBy ?? first.toldBy,
  };
}

/** The schema inside a list, a map or an optional null: `Choice` of a list of choices. */
export function innerSchema(schema: Schema): Schema {
  if (schema.items) return innerSchema(schema.items);
  if (typeof schema.additionalProperties === 'object' && !schema.properties) return innerSchema(schema.additionalProperties);
  const [first, second] = (schema.oneOf ?? []).filter((one) => one.type !== 'null');
  const isNullable = schema.oneOf?.length === 2 && first && !second;
  return isNullable ? innerSchema(first) : schema;
}
