import { randomInt } from 'node:crypto';
import { createWaiters } from './waiters.ts';

/** The newest changes, numbered, for whoever wants to follow them. */
export interface Feed<T> {
  /** Remembers a change. @returns its number */
  add(change: T): number;
  /** Number of the newest change. */
  seq(): number;
  /** Was the number given here, and not by another run? */
  isOurs(seq: number): boolean;
  /** Tells nothing of what `work` changes, but then that all has to be read again. */
  replacing<R>(work: () => R): R;
  /** How many follow the changes. */
  readers(): number;
  /** Follows the changes: behind `after`, or from now on. */
  read(after?: number): FeedReader<T>;
  /** Ends all readers. */
  close(): void;
}

/** Follows a feed at its own pace. It holds no changes of its own, so that one that is never read costs nothing. */
export interface FeedReader<T> {
  /**
   * The next changes, at most `most`: at once where there are some, else as soon as there are. None after `waitMs`; `undefined` when it has ended.
   *
   * @throws the reason of `signal`, when that ends the wait
   */
  next(most: number, waitMs?: number, signal?: AbortSignal): Promise<Numbered<T>[] | undefined>;
  /** Ends it. */
  end(): void;
}

export interface Numbered<T> {
  seq: number;
  change: T | Gap;
}

/** Changes are missing. */
export interface Gap {
  type: 'gap';
  /** The cursor is of another run or too old, the reader was too slow, or everything was replaced. */
  reason: 'cursor' | 'slow' | 'reset';
}

/** Numbers in a millisecond: more changes than that do not happen, so that the numbers of a later run are higher. */
const PER_MS = 1000;

/** @param limit changes that are remembered; a reader that is further behind gets a gap */
export function createFeed<T extends object>(limit: number): Feed<T> {
  const size = Math.max(limit, 1);
  const ring: (T | Gap | undefined)[] = [];
  const readers = new Set<object>();
  const waiters = createWaiters();
  const base = Date.now() * PER_MS + randomInt(PER_MS);
  let count = 0;
  let isMuted = false;
  let isClosed = false;

  function add(change: T | Gap): number {
    count += 1;
    ring[count % size] = isMuted ? undefined : change;
    waiters.wake();
    return base + count;
  }

  const isOurs = (seq: number) => seq >= base && seq <= base + count;
  const isForgotten = (position: number) => position < count - size;

  function read(after?: number): FeedReader<T> {
    let position = after === undefined ? count : after - base;
    let gap: Gap['reason'] | undefined = after !== undefined && (!isOurs(after) || isForgotten(position)) ? 'cursor' : undefined;
    let isOver = false;

    function take(most: number): Numbered<T>[] {
      if (gap === undefined && isForgotten(position)) gap = 'slow';
      if (gap !== undefined) {
        const change = { type: 'gap', reason: gap } as const;
        gap = undefined;
        position = count;
        return [{ seq: base + count, change }];
      }
      const taken: Numbered<T>[] = [];
      while (position < count && taken.length < most) {
        position += 1;
        const change = ring[position % size];
        if (change) taken.push({ seq: base + position, change });
      }
      return taken;
    }

    const reader: FeedReader<T> = {
      async next(most, waitMs, signal) {
        const isOut = () => isOver || isClosed;
        let taken = isOut() ? [] : take(most);
        let isLate = false;
        while (taken.length === 0 && !isOut() && !isLate) {
          isLate = await waiters.wait(waitMs, signal);
          taken = isOut() ? [] : take(most);
        }
        return isOut() ? undefined : taken;
      },
      end() {
        isOver = true;
        readers.delete(reader);
        waiters.wake();
      },
    };
    readers.add(reader);
    return reader;
  }

  return {
    add,
    seq: () => base + count,
    isOurs,
    replacing(work) {
      isMuted = true;
      try {
        return work();
      } finally {
        isMuted = false;
        add({ type: 'gap', reason: 'reset' });
      }
    },
    readers: () => readers.size,
    read,
    close() {
      isClosed = true;
      readers.clear();
      waiters.wake();
    },
  };
}
