import { invalidField } from './refusal.ts';

/**
 * A resource after a PATCH: fields of the body replace those of the resource, whole lists included.
 *
 * With a mask only its fields change, and one that the body lacks goes back to its default.
 *
 * @param defaults the fields that may change, with the values that they are cleared to; `undefined` removes the field
 */
export function applyUpdate<T extends object>(current: T, body: object, defaults: Record<string, unknown>, mask: unknown): T {
  const names = maskNames(mask, defaults);
  const updated = new Map<string, unknown>(Object.entries(current));
  const given = new Map<string, unknown>(Object.entries(body));
  for (const name of names ?? Object.keys(defaults)) {
    if (given.has(name)) updated.set(name, given.get(name));
    else if (names) updated.set(name, defaults[name]);
    if (updated.get(name) === undefined) updated.delete(name);
  }
  return Object.fromEntries(updated) as T;
}

function maskNames(mask: unknown, defaults: Record<string, unknown>): string[] | undefined {
  if (!Array.isArray(mask) || mask.length === 0) return undefined;
  return mask.map((path) => {
    // A mask may reach into a field; the field as a whole is what the emulator replaces.
    const name = String(path).split('.')[0] ?? '';
    if (!Object.hasOwn(defaults, name)) throw invalidField('update_mask', `names ${String(path)}, which is not a field that can change`);
    return name;
  });
}
