import { reasonOf } from '../error-code.ts';
import { createJournal, type Journal, NO_JOURNAL } from './journal.ts';
import { type DataFolder, type FolderOptions, openFolder } from './open-folder.ts';
import type { StateRow } from './state.ts';

/** The state as a whole, as far as what is stored goes into it. */
export interface StoredState {
  /**
   * Takes in what was stored, where nothing is yet.
   *
   * @param salvage leave out rows that are wrong
   * @returns those that were left out
   * @throws {@link EmulatorError} naming a row that is wrong
   */
  restore(rows: readonly StateRow[], salvage: boolean): StateRow[];
  /** Puts what is stored in the place of all that is there, the time too, and lets nothing happen until {@link resume}. */
  rollBack(rows: readonly StateRow[]): void;
  /** Puts plans and callbacks that were read back into action. */
  resume(): void;
}

/** Where the changes of an emulator go, and where its state comes from. */
export interface Persistence {
  journal: Journal;
  /** Reads back what was stored; without a folder there is nothing. */
  restore(state: StoredState): void;
  /** How often something could not be stored. */
  failures(): number;
  /** Can changes be stored? After a failure that is tried again. */
  isWritable(): boolean;
  /** What to say while they cannot. */
  problem(): string;
  close(): Promise<void>;
}

const NOWHERE: Persistence = {
  journal: NO_JOURNAL,
  restore: () => undefined,
  failures: () => 0,
  isWritable: () => true,
  problem: () => '',
  close: () => Promise.resolve(),
};

/** After a failure the disk is tried again this often, in milliseconds, though nobody asks: what was planned has to go on. */
const TRY_AGAIN_MS = 1000;

/** How many of the rows that were dropped are named. */
const SHOWN = 10;

/**
 * Opens the folder that keeps the state, if there is one.
 *
 * When changes cannot be stored, the state goes back to what is stored, as after a restart, and stands still: what is planned waits until
 * there is space again.
 *
 * @throws {@link EmulatorError} when the folder cannot be used
 */
export async function openPersistence(path: string | undefined, options: FolderOptions): Promise<Persistence> {
  return path === undefined ? NOWHERE : createPersistence(await openFolder(path, options), path, options);
}

function createPersistence(folder: DataFolder, path: string, { salvage, tell }: FolderOptions): Persistence {
  const journal = createJournal(folder.write, stop);
  let state: StoredState | undefined;
  let failures = 0;
  let reason: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** Does the emulator remember what is not stored? */
  let isAhead = false;

  function stop(error: unknown): void {
    failures += 1;
    reason = reasonOf(error);
    journal.pause();
    tell(problem());
    isAhead = true;
    rollBack();
    timer = setInterval(tryAgain, TRY_AGAIN_MS);
    timer.unref();
  }

  function rollBack(): void {
    try {
      journal.silently(() => state?.rollBack(folder.rows()));
      isAhead = false;
    } catch (error) {
      tell(`The data folder ${path} cannot be read either: ${reasonOf(error)}.`);
    }
  }

  function tryAgain(): void {
    if (reason === undefined || !folder.hasSpace()) return;
    if (isAhead || journal.hasMissed()) rollBack();
    if (isAhead) return;
    journal.goOn();
    clearInterval(timer);
    reason = undefined;
    tell(`The data folder ${path} can be written to again.`);
    state?.resume();
  }

  function problem(): string {
    return `The data folder ${path} cannot be written to: ${reason}. Free space; until then nothing is changed. All that was answered before is kept.`;
  }

  return {
    journal,
    restore(given) {
      state = given;
      journal.silently(() => {
        const dropped = given.restore(folder.rows(), salvage);
        if (dropped.length === 0) return;
        const names = dropped.map(({ part, key }) => `${part}/${key}`);
        tell(`Rows of the data folder ${path} that are wrong were dropped, ${names.length} of them: ${names.slice(0, SHOWN).join(', ')}.`);
        folder.write(names.map((key) => ({ key, text: undefined })));
      });
    },
    failures: () => failures,
    isWritable() {
      tryAgain();
      return reason === undefined;
    },
    problem,
    async close() {
      journal.close();
      clearInterval(timer);
      await folder.close();
    },
  };
}
