import { closeSync, fchmodSync, ftruncateSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import { reasonOf } from '../error-code.ts';
import { lockFolder } from './lock-folder.ts';
import { FILE_MODE, NEW_STATE_NAME, preparePrivateFolder, SPACE_NAME, STATE_NAME } from './private-folder.ts';
import { readState, rereadState, toStateRows } from './read-state.ts';
import type { StateRow } from './state.ts';
import { type FileHead, type FileRecord, HEAD_BYTES, toHead, toRecord } from './state-file.ts';
import { type WriteSync, writeAt, writeNewFile } from './write-file.ts';

/** A folder that holds the state of an emulator. */
export interface DataFolder {
  /**
   * All that is stored, in the order of parts and keys.
   *
   * @throws Error when it cannot be read
   */
  rows(): StateRow[];
  /**
   * Stores changes, all of them or none. They survive the end of the process as soon as this returns.
   *
   * @throws Error why they could not be stored; what was stored before stays as it was
   */
  write(changes: readonly FileRecord[]): void;
  /** Is there space for more? Tried, because only the disk knows. */
  hasSpace(): boolean;
  close(): Promise<void>;
}

/** How {@link openFolder} goes about it. */
export interface FolderOptions {
  /** Start with what can be read of a damaged folder. */
  salvage: boolean;
  /** Hears what the user should know. */
  tell(message: string): void;
  /** Writes to the disk; `writeSync` of Node, unless a test has a disk that is full. */
  write?: WriteSync;
}

/** Handle of a file that is not open: unlike the number of one that was closed, it is never that of another file. */
const CLOSED = -1;

/** What has to fit before writing is tried again, in bytes: more than the rows of a call take. */
const SPARE_BYTES = 256 * 1024;

/** The file is written anew when it is twice as large as it was then, and this much on top, in bytes. */
const LEAST_GARBAGE_BYTES = 8 * 1024 * 1024;

/**
 * Opens the folder, or makes it, and keeps others out until it is closed or the process ends.
 *
 * @throws {@link EmulatorError} when another emulator has it, when it is damaged, a newer version wrote it, or it holds something else
 */
export async function openFolder(path: string, options: FolderOptions): Promise<DataFolder> {
  preparePrivateFolder(path, options.tell);
  const unlock = await lockFolder(path);
  try {
    return openState(path, options, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

function openState(path: string, { salvage, tell, write = writeSync }: FolderOptions, unlock: () => Promise<void>): DataFolder {
  const file = join(path, STATE_NAME);
  const draft = join(path, NEW_STATE_NAME);
  const spare = join(path, SPACE_NAME);
  let { head, handle } = openFile();
  let cleanEnd = head.end;
  /** Something of a failed write may stand behind the end. */
  let isTorn = false;
  let closed: Promise<void> | undefined;

  function openFile(): { head: FileHead; handle: number } {
    try {
      for (const left of [draft, spare]) rmSync(left, { force: true });
      const stored = readState(path, file, salvage, tell);
      const known = stored.head ?? writeDraft(stored.rows);
      if (!stored.head) renameSync(draft, file);
      const opened = openSync(file, 'r+');
      if (process.platform !== 'win32') fchmodSync(opened, FILE_MODE);
      // What a process that was killed had not told anybody.
      ftruncateSync(opened, known.end);
      return { head: known, handle: opened };
    } catch (error) {
      if (isEmulatorError(error)) throw error;
      const advice = 'Free space, see to its rights, or choose another folder.';
      throw new EmulatorError(`The data folder ${path} cannot be used: ${reasonOf(error)}. ${advice}`, { cause: error });
    }
  }

  /** Writes another file, which takes the place of the first one in one step when it is renamed. */
  function writeDraft(rows: ReadonlyMap<string, string>): FileHead {
    const bytes = toRecords(
      0,
      [...rows].map(([key, text]) => ({ key, text })),
    );
    const fresh = { records: rows.size, end: HEAD_BYTES + bytes.length };
    writeNewFile(write, draft, Buffer.concat([toHead(fresh), bytes]));
    return fresh;
  }

  /** Makes the file whole again after a failure. */
  function mend(): void {
    if (handle === CLOSED) handle = openSync(file, 'r+');
    ftruncateSync(handle, head.end);
    writeAt(write, handle, toHead(head), 0);
    isTorn = false;
  }

  /** Leaves out the rows that were replaced and deleted since. */
  function compact(): void {
    try {
      const fresh = writeDraft(rereadState(readFileSync(file), head));
      // Not every system renames over a file that is open.
      isTorn = true;
      closeSync(handle);
      handle = CLOSED;
      renameSync(draft, file);
      head = fresh;
      mend();
    } catch {
      // No space for two of them, say: the one that is there does as well, and this is tried again when it has doubled once more.
      rmSync(draft, { force: true });
    }
    cleanEnd = head.end;
  }

  async function closeOnce(): Promise<void> {
    if (handle !== CLOSED) closeSync(handle);
    await unlock();
  }

  return {
    rows: () => toStateRows(rereadState(readFileSync(file), head)),
    write(changes) {
      if (isTorn) mend();
      const bytes = toRecords(head.records, changes);
      const next = { records: head.records + changes.length, end: head.end + bytes.length };
      isTorn = true;
      writeAt(write, handle, bytes, head.end);
      // From here on it is stored.
      writeAt(write, handle, toHead(next), 0);
      isTorn = false;
      head = next;
      if (head.end > cleanEnd * 2 + LEAST_GARBAGE_BYTES) compact();
    },
    hasSpace() {
      try {
        if (isTorn) mend();
        writeNewFile(write, spare, Buffer.alloc(SPARE_BYTES));
        rmSync(spare);
        return true;
      } catch {
        return false;
      }
    },
    close() {
      closed ??= closeOnce();
      return closed;
    },
  };
}

function toRecords(before: number, changes: readonly FileRecord[]): Buffer {
  return Buffer.from(changes.map((change, index) => toRecord(before + index + 1, change)).join(''));
}
