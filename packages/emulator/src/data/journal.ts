import type { NoteFor } from '../store/note.ts';

/** One row to write: its new value as text, or `undefined` to delete it. */
export type Change = readonly [key: string, text: string | undefined];

/** Collects what changes and has it written, whole units of work at a time. */
export interface Journal {
  /** Gives a part of the state the function that notes its changes. */
  noteFor: NoteFor;
  /**
   * Resolves when all that was noted so far is written; `undefined` when nothing waits.
   *
   * @throws what writing threw
   */
  committed(): Promise<void> | undefined;
  /** Runs something whose changes are not written, because they were just read. */
  silently(work: () => void): void;
  /** Writes the rest, and notes nothing from then on. */
  close(): Promise<void>;
}

/** The journal of an emulator that writes nothing. */
export const NO_JOURNAL: Journal = {
  noteFor: () => () => undefined,
  committed: () => undefined,
  silently: (work) => work(),
  close: () => Promise.resolve(),
};

interface Commit {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * @param write writes changes, all of them or none; never called before the last call is done
 * @param onError hears what `write` threw
 */
export function createJournal(write: (changes: Change[]) => Promise<void>, onError: (error: unknown) => void): Journal {
  let changed = new Map<string, unknown>();
  /** For what is in `changed`. */
  let next: Commit | undefined;
  /** For what is being written. */
  let current: Commit | undefined;
  let isQuiet = false;

  function note(key: string, row: unknown): void {
    if (isQuiet) return;
    changed.set(key, row);
    if (next) return;
    next = createCommit();
    // Work never stops half-way within one turn, so what is noted by the end of the turn are whole units.
    if (!current) queueMicrotask(() => void flush());
  }

  async function flush(): Promise<void> {
    for (let commit = next; commit; commit = next) {
      const rows = changed;
      changed = new Map();
      current = commit;
      next = undefined;
      try {
        await write(toChanges(rows));
        commit.resolve();
      } catch (error) {
        keep(rows);
        onError(error);
        commit.reject(error);
      }
      current = undefined;
    }
  }

  /** What could not be written goes along with the next changes. */
  function keep(rows: Map<string, unknown>): void {
    for (const [key, row] of rows) if (!changed.has(key)) changed.set(key, row);
  }

  return {
    noteFor: (part) => (key, row) => note(`${part}/${key}`, row),
    committed() {
      // Left over from a failure.
      if (!next && !current && changed.size > 0) {
        next = createCommit();
        void flush();
      }
      return (next ?? current)?.promise;
    },
    silently(work) {
      isQuiet = true;
      try {
        work();
      } finally {
        isQuiet = false;
      }
    },
    async close() {
      isQuiet = true;
      while (next ?? current) await (next ?? current)?.promise.catch(() => undefined);
    },
  };
}

function toChanges(rows: Map<string, unknown>): Change[] {
  return [...rows].map(([key, row]) => [key, row === undefined ? undefined : JSON.stringify(row)]);
}

function createCommit(): Commit {
  const { promise, resolve, reject } = withResolvers();
  // Whoever waits hears of it; nobody has to.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

/** Promise.withResolvers, which Node 20 lacks. */
function withResolvers(): Commit {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
