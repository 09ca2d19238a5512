/** An object of a parsed JSON text, of which nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = {};
const NONE: readonly unknown[] = [];

/** Is it a JSON object? */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where something else stands. */
export function recordOf(value: unknown): Json {
  return isRecord(value) ? value : NOTHING;
}

/** The list, or an empty one where something else stands. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : NONE;
}

/** The text, or an empty one where something else stands. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** An object's own value: names of channels come from outside, and `constructor` could be one. */
export function ownValue(object: unknown, key: string): unknown {
  return isRecord(object) && Object.hasOwn(object, key) ? object[key] : undefined;
}
