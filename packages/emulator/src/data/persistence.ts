import { EmulatorError } from '../emulator-error.ts';
import type { Part } from '../store/note.ts';
import { createJournal, type Journal, NO_JOURNAL } from './journal.ts';
import { type DataFolder, openFolder } from './open-folder.ts';
import { checkParts, restoreRows } from './state.ts';

/** Where the changes of an emulator go, and where its state comes from. */
export interface Persistence {
  journal: Journal;
  /** Reads back what was written; without a folder there is nothing. */
  restore(parts: readonly Part[]): Promise<void>;
  close(): Promise<void>;
}

const NOWHERE: Persistence = { journal: NO_JOURNAL, restore: () => Promise.resolve(), close: () => Promise.resolve() };

/**
 * Opens the folder that keeps the state, if there is one.
 *
 * @param onError hears of changes that could not be written
 * @throws {@link EmulatorError} when the folder cannot be used
 */
export async function openPersistence(path: string | undefined, onError: (error: unknown) => void): Promise<Persistence> {
  if (path === undefined) return NOWHERE;
  const folder = await openFolder(path);
  const journal = createJournal(folder.write, onError);
  return {
    journal,
    restore: (parts) => restoreFrom(folder, path, journal, parts),
    async close() {
      await journal.close();
      await folder.close();
    },
  };
}

async function restoreFrom(folder: DataFolder, path: string, journal: Journal, parts: readonly Part[]): Promise<void> {
  const rows = await folder.rows().catch((error: unknown) => {
    throw new EmulatorError(`The data folder ${path} cannot be read. Choose another one, or load a snapshot.`, { cause: error });
  });
  checkParts(parts, rows);
  journal.silently(() => restoreRows(parts, rows));
}
