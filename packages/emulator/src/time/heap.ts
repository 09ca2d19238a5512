/** Things in order, the first always at hand. */
export interface Heap<T> {
  push(item: T): void;
  first(): T | undefined;
  shift(): T | undefined;
}

/** @param isBefore must tell any two items apart, or their order is open */
export function createHeap<T>(isBefore: (a: T, b: T) => boolean): Heap<T> {
  const items: T[] = [];

  function rise(item: T): void {
    let index = items.length - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = items[above] as T;
      if (!isBefore(item, parent)) break;
      items[index] = parent;
      index = above;
    }
    items[index] = item;
  }

  function sink(item: T): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      if (left >= items.length) break;
      const right = left + 1;
      const below = right < items.length && isBefore(items[right] as T, items[left] as T) ? right : left;
      const child = items[below] as T;
      if (!isBefore(child, item)) break;
      items[index] = child;
      index = below;
    }
    items[index] = item;
  }

  return {
    push(item) {
      items.push(item);
      rise(item);
    },
    first: () => items[0],
    shift() {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0) sink(last as T);
      return first;
    },
  };
}
