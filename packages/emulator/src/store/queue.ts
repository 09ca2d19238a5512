/** Things that wait for their turn, first come first served. */
export interface Queue<T> {
  push(item: T): void;
  /** Takes the first out. */
  shift(): T | undefined;
  clear(): void;
}

/** Places of what has left that are kept before the rest moves up. */
const MOST_EMPTY = 1024;

/** A list whose first item leaves without the others moving: in a long array they all do, each time, and a receiver that is behind has a long one. */
export function createQueue<T>(): Queue<T> {
  let items: (T | undefined)[] = [];
  let first = 0;
  return {
    push: (item) => void items.push(item),
    shift() {
      if (first === items.length) return undefined;
      const item = items[first];
      items[first] = undefined;
      first += 1;
      // Half of it, so that each item moves no more than once or twice.
      if (first === items.length || (first > MOST_EMPTY && first * 2 > items.length)) {
        items = items.slice(first);
        first = 0;
      }
      return item;
    },
    clear() {
      items = [];
      first = 0;
    },
  };
}
