/** An object of JSON, whose fields may be anything. */
export type Fields = { readonly [key: string]: unknown };

/** The value if it is an object. What `check` looks at may be any JSON, so nothing is read unseen. */
export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The field of an object, never one that every object inherits. */
export function fieldOf(value: unknown, key: string): unknown {
  const field = asFields(value)?.[key];
  // Most fields are not there, and need no second look.
  return field === undefined || Object.hasOwn(value as Fields, key) ? field : undefined;
}

/** The value if it is a text. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value if it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
