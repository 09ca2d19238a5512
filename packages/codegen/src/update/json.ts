/** A JSON object whose shape is not known. */
export type JsonObject = { [key: string]: unknown };

/** Whether a value is a JSON object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON text with the keys of every object in order: equal texts are equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** Whether two values are equal, in whatever order their keys stand. */
export function isEqual(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** `['paths', '/a/b']` → `#/paths/~1a~1b`. */
export function toPointer(path: (string | number)[]): string {
  return `#/${path.map((key) => String(key).replace(/~/g, '~0').replace(/\//g, '~1')).join('/')}`;
}

/** `#/paths/~1a~1b` → `['paths', '/a/b']`. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .slice(2)
    .split('/')
    .map((part) => decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** What stands at a path, or undefined. */
export function at(root: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((node, key) => {
    if (Array.isArray(node)) return node[Number(key)];
    return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  }, root);
}
