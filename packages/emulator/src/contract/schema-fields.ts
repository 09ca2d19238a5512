import type { Schema } from './prepare-schemas.ts';

/** A schema, and the document in which its references lead somewhere. */
export interface Placed {
  json: Schema;
  schema: Schema;
}

/** Looks up fields of schemas, each schema once. */
export type FieldsOf = (placed: Placed) => ReadonlyMap<string, Schema>;

const COMBINED = ['allOf', 'oneOf', 'anyOf'] as const;

/** @returns a function that gives every field that an object of a schema may have, in whichever of its variants */
export function createFieldsOf(): FieldsOf {
  const known = new WeakMap<Schema, ReadonlyMap<string, Schema>>();
  const fieldsOf: FieldsOf = (placed) => {
    const { json, schema } = resolved(placed);
    const found = known.get(schema);
    if (found) return found;
    const fields = new Map<string, Schema>();
    known.set(schema, fields);
    for (const keyword of COMBINED) {
      for (const part of asList(schema[keyword])) {
        for (const [name, field] of fieldsOf({ json, schema: part })) fields.set(name, field);
      }
    }
    for (const [name, field] of Object.entries((schema.properties ?? {}) as Record<string, unknown>)) {
      if (isSchema(field)) fields.set(name, field);
    }
    return fields;
  };
  return fieldsOf;
}

/** The schema behind a reference. */
export function resolved({ json, schema }: Placed): Placed {
  let found = schema;
  while (typeof found.$ref === 'string') {
    const parts = decodeURIComponent(found.$ref).slice(2).split('/');
    found = parts.reduce<Schema>((value, part) => value[part.replaceAll('~1', '/').replaceAll('~0', '~')] as Schema, json);
  }
  return { json, schema: found };
}

/** The schema of what a list or a map holds; `undefined` for what is neither, and for what holds anything. */
export function contentOf(placed: Placed): { of: 'list' | 'map'; content: Placed } | undefined {
  const { json, schema } = resolved(placed);
  if (isSchema(schema.items)) return { of: 'list', content: { json, schema: schema.items } };
  if (isSchema(schema.additionalProperties)) return { of: 'map', content: { json, schema: schema.additionalProperties } };
  return undefined;
}

/** May the value be null, by the schema? */
export function isNullable(placed: Placed): boolean {
  const { json, schema } = resolved(placed);
  const variants = [...asList(schema.oneOf), ...asList(schema.anyOf)];
  if (variants.length > 0 && variants.some((variant) => isNullable({ json, schema: variant }))) return true;
  if (schema.type === undefined) return variants.length === 0 && schema.properties === undefined && schema.allOf === undefined;
  return [schema.type].flat().includes('null');
}

function asList(value: unknown): Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
