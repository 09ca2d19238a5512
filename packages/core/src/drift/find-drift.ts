import { flatten, type JsonSchema, type Resolve } from './json-schema.ts';

/** Something that a schema does not know. `path` has keys with dots between them, and no places in lists. */
export interface Unknown {
  kind: 'field' | 'value';
  path: string;
}

/** Deeper than any message; hostile JSON can be deeper than the stack. */
const DEEPEST = 40;
const NAME = /^\w[\w.-]{0,63}$/;
const ENUM_VALUE = /^[A-Z][A-Z0-9_]{0,63}$/;

/** Walks through a body beside its schema, and tells what the schema does not know: names, never what stands under them. */
export function findDrift(body: unknown, schema: JsonSchema, resolve: Resolve, tell: (unknown: Unknown) => void): void {
  walk(body, [schema], '', 0);

  function walk(value: unknown, schemas: readonly JsonSchema[], path: string, depth: number): void {
    if (depth > DEEPEST) return;
    const known = flatten(schemas, resolve);
    if (Array.isArray(value)) {
      const items = known.flatMap((one) => one.items ?? []);
      for (const item of value) walk(item, items, path, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      walkObject(value as Record<string, unknown>, known, path, depth);
    } else if (typeof value === 'string') {
      checkValue(value, known, path);
    }
  }

  function walkObject(value: Record<string, unknown>, known: JsonSchema[], path: string, depth: number): void {
    const free = isFree(known);
    for (const [key, inner] of Object.entries(value)) {
      const schemas = known.flatMap((one) => (Object.hasOwn(one.properties ?? {}, key) ? (one.properties?.[key] ?? []) : []));
      const place = `${path}${path === '' ? '' : '.'}${NAME.test(key) ? key : '(unnamed)'}`;
      if (schemas.length > 0) walk(inner, schemas, place, depth + 1);
      else if (!free) tell({ kind: 'field', path: place });
    }
  }

  function checkValue(value: string, known: JsonSchema[], path: string): void {
    const values = known.flatMap((one) => one.enum ?? []);
    if (values.length === 0 || values.includes(value)) return;
    // an enum that comes back with free text in it is told, but not what it says
    tell({ kind: 'value', path: `${path}=${ENUM_VALUE.test(value) ? value : '(unnamed)'}` });
  }
}

/** An object that may have any key: of the user's own making, or of a form that is not sure. */
function isFree(known: JsonSchema[]): boolean {
  const named = known.some(({ properties }) => properties !== undefined);
  return !named || known.some(({ additionalProperties }) => additionalProperties !== undefined && additionalProperties !== false);
}
