import { kindOf } from './kind-of.ts';
import { refuse } from './refuse.ts';

/** Kinds of JSON, as {@link kindOf} tells them. */
export type Kind = 'string' | 'number' | 'boolean' | 'object' | 'list';

/**
 * The value, if it is of the kind. Refuses what the types forbid and plain JavaScript can pass all the same; the value is not shown,
 * which can be a phone number.
 *
 * @param path The builder and what it was given, e.g. `card.title`.
 * @param wanted What to pass, in words. Default: the kind.
 */
export function need<T>(path: string, value: T, kind: Kind = 'string', wanted?: string): T {
  const found = kindOf(value);
  if (found !== kind) refuse(path, `is ${found}`, `Pass ${wanted ?? `a ${kind}`}.`);
  return value;
}

/** A copy of the list, if each entry is an object. */
export function needObjects<T>(path: string, list: readonly T[], wanted: string): T[] {
  // Not with map, which passes holes by. The path is written only where it is wanted: a card must cost little.
  for (const one of need(path, list, 'list')) if (kindOf(one) !== 'object') need(`${path}[${list.indexOf(one)}]`, one, 'object', wanted);
  return list.slice();
}
