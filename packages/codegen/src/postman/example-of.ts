import { refName, type Schema } from '../openapi.ts';

/** How deep a made-up value goes: schemas refer to themselves. */
const MAX_DEPTH = 6;

/** The example that a schema states, else a small value that fits it: what is required, and no more. */
export function exampleOf(schemas: Record<string, Schema>, schema: Schema, depth = 0): unknown {
  const stated = schema.example ?? schema.examples?.[0];
  if (stated !== undefined) return stated;
  const name = refName(schema);
  if (name) return exampleOf(schemas, schemas[name] ?? {}, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const part = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (schema.allOf || part) return mergedExample(schemas, schema, [...(schema.allOf ?? []), ...(part ? [part] : [])], depth);
  return exampleOfType(schemas, schema, depth);
}

function mergedExample(schemas: Record<string, Schema>, schema: Schema, parts: Schema[], depth: number): unknown {
  const values = parts.map((part) => exampleOf(schemas, part, depth + 1));
  if (values.some((value) => typeof value !== 'object' || value === null)) return values[0];
  return Object.assign({}, requiredProperties(schemas, schema, depth), ...values);
}

function exampleOfType(schemas: Record<string, Schema>, schema: Schema, depth: number): unknown {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array') return depth < MAX_DEPTH && schema.items ? [exampleOf(schemas, schema.items, depth + 1)] : [];
  if (type === 'integer' || type === 'number') return schema.default ?? 1;
  if (type === 'boolean') return schema.default ?? true;
  if (type === 'string') return schema.format === 'date-time' ? '2026-01-02T03:04:05Z' : (schema.default ?? 'text');
  return requiredProperties(schemas, schema, depth);
}

function requiredProperties(schemas: Record<string, Schema>, schema: Schema, depth: number): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const name of schema.required ?? []) {
    const property = schema.properties?.[name];
    if (property && depth < MAX_DEPTH) value[name] = exampleOf(schemas, property, depth + 1);
  }
  return value;
}
