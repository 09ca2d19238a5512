import type { Schema } from './prepare-schemas.ts';

/** Keywords whose schemas describe the same object as the one that they stand in, so that they may not close it. */
const SAME_OBJECT: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'];

/**
 * The same schemas, which now take no field that they do not name: a misspelt one is found here rather than in production.
 *
 * A component that is one part of another stays open, and the whole is closed in its place.
 */
export function closeObjects(document: Schema): Schema {
  const parts = new Set<string>();
  collectParts(document, false, parts);
  return close(document, '#', false, parts) as Schema;
}

function collectParts(value: unknown, isPart: boolean, parts: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collectParts(entry, isPart, parts);
    return;
  }
  if (!isObject(value)) return;
  if (isPart && typeof value.$ref === 'string') parts.add(value.$ref);
  for (const [key, child] of Object.entries(value)) collectParts(child, SAME_OBJECT.includes(key), parts);
}

function close(value: unknown, pointer: string, isPart: boolean, parts: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((entry, index) => close(entry, `${pointer}/${index}`, isPart, parts));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => {
    const isData = key === 'enum' || key === 'default' || key === 'const' || key === 'example' || key.startsWith('x-');
    return [key, isData ? child : close(child, `${pointer}/${key}`, SAME_OBJECT.includes(key), parts)];
  });
  const closed = Object.fromEntries(entries) as Schema;
  if (isPart || parts.has(pointer) || !isClosable(closed)) return closed;
  const isWhole = SAME_OBJECT.every((key) => closed[key] === undefined);
  return { ...closed, [isWhole ? 'additionalProperties' : 'unevaluatedProperties']: false };
}

/** `properties` may also be the name of a field, and then there is no type. */
function isClosable(schema: Schema): boolean {
  if (schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined) return false;
  return schema.type === 'object' && (isObject(schema.properties) || Array.isArray(schema.allOf));
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
