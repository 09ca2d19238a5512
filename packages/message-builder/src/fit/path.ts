type Key = string | number;

/** The keys of a path as issues have them, such as `choice_message.choices[2].text_message.text`. */
export function toKeys(path: string): Key[] {
  const keys: Key[] = [];
  for (const [, name, index, quoted] of path.matchAll(/(\w+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (index !== undefined) keys.push(Number(index));
    else if (quoted !== undefined) keys.push(JSON.parse(quoted) as string);
    else if (name !== undefined) keys.push(name);
  }
  return keys;
}

/** What stands at a place, if anything does. */
export function readAt(value: unknown, keys: readonly Key[]): unknown {
  let found = value;
  for (const key of keys) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as { readonly [key: Key]: unknown })[key];
  }
  return found;
}

/** A copy with something else at a place that exists; what is beside the way is shared. */
export function changeAt(value: unknown, [key, ...rest]: readonly Key[], change: unknown): unknown {
  if (key === undefined) return change;
  const copy = Array.isArray(value) ? value.slice() : { ...(value as object) };
  (copy as { [key: Key]: unknown })[key] = changeAt((value as { readonly [key: Key]: unknown })[key], rest, change);
  return copy;
}
