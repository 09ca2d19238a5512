/** An entry of a list that may be left out by a condition, as in `[paid && reply('Receipt')]`. */
export type Maybe<T> = T | false | null | undefined;

/** The entries that are there. */
export function present<T>(list: readonly Maybe<T>[]): T[] {
  // Holes of a list are not there either; 0 and an empty text are a mistake, which is refused later.
  return list.filter((one): one is T => (one ?? false) !== false);
}
