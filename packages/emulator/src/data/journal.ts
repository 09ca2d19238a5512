import type { NoteFor } from '../store/index.ts';
import type { FileRecord } from './state-file.ts';

/** Collects what changes and has it stored, whole units of work at a time. */
export interface Journal {
  /** Gives a part of the state the function that notes its changes. */
  noteFor: NoteFor;
  /**
   * Resolves when all that was noted so far is stored; `undefined` when nothing waits.
   *
   * @throws what storing threw
   */
  committed(): Promise<void> | undefined;
  /** Runs something whose changes are not stored, because they were just read. */
  silently(work: () => void): void;
  /** Stores nothing until it goes on. */
  pause(): void;
  /** Was anything noted in the pause? It is not stored. */
  hasMissed(): boolean;
  goOn(): void;
  /** Stores the rest, and notes nothing from then on. */
  close(): void;
}

/** The journal of an emulator that stores nothing. */
export const NO_JOURNAL: Journal = {
  noteFor: () => () => undefined,
  committed: () => undefined,
  silently: (work) => work(),
  pause: () => undefined,
  hasMissed: () => false,
  goOn: () => undefined,
  close: () => undefined,
};

interface Commit {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * @param write stores changes, all of them or none
 * @param onFailure hears what `write` threw: the changes are not stored and will not be, so the state has to go back to what is
 */
export function createJournal(write: (changes: FileRecord[]) => void, onFailure: (error: unknown) => void): Journal {
  let changed = new Map<string, unknown>();
  /** For what is in `changed`. */
  let commit: Commit | undefined;
  let isSilent = false;
  let isPaused = false;
  let hasMissed = false;

  function note(key: string, row: unknown): void {
    if (isSilent) return;
    if (isPaused) {
      hasMissed = true;
      return;
    }
    changed.set(key, row);
    if (commit) return;
    commit = createCommit();
    // Work never stops half-way within one turn, so what is noted by then are whole units: those of all calls that came in together, because
    // a write for each of them would cost half as much as the call.
    setImmediate(flush);
  }

  function flush(): void {
    const [rows, done] = [changed, commit];
    changed = new Map();
    commit = undefined;
    if (!done) return;
    try {
      write(toRecords(rows));
      done.resolve();
    } catch (error) {
      // Before those who wait hear of it, so that none of them sees what is not stored.
      onFailure(error);
      done.reject(error);
    }
  }

  return {
    noteFor: (part) => (key, row) => note(`${part}/${key}`, row),
    committed: () => commit?.promise,
    silently(work) {
      isSilent = true;
      try {
        work();
      } finally {
        isSilent = false;
      }
    },
    pause() {
      isPaused = true;
      hasMissed = false;
    },
    hasMissed: () => hasMissed,
    goOn() {
      isPaused = false;
    },
    close() {
      flush();
      isSilent = true;
    },
  };
}

function toRecords(rows: Map<string, unknown>): FileRecord[] {
  return [...rows].map(([key, row]) => ({ key, text: row === undefined ? undefined : JSON.stringify(row) }));
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
