/** Names of the options as they are over HTTP, where all names are in snake_case. */
export function toSnake(value: unknown): unknown {
  return rename(value, (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** `app_id` is a name of the API, and the same in both forms. */
export function toCamel(fields: Record<string, unknown>): Record<string, unknown> {
  return rename(fields, (name) =>
    name === 'app_id' ? name : name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  ) as Record<string, unknown>;
}

function rename(value: unknown, toName: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((part) => rename(part, toName));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [toName(name), rename(part, toName)]));
}
