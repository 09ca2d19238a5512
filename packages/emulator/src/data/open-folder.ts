import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import { EmulatorError } from '../emulator-error.ts';
import type { Change } from './journal.ts';
import type { StateRow } from './state.ts';

/** A folder that holds the state of an emulator. */
export interface DataFolder {
  /** All that was written, in the order of parts and keys. */
  rows(): Promise<StateRow[]>;
  /** Writes changes, all of them or none. They survive the end of the process as soon as this resolves. */
  write(changes: Change[]): Promise<void>;
  close(): Promise<void>;
}

/** Version of the form of the rows. A change that older versions cannot read makes it one higher. */
const FORMAT = 1;

const FORMAT_KEY = '!format';

type Database = ClassicLevel<string, string>;

/**
 * Opens the folder, or makes it, and keeps others out until it is closed or the process ends.
 *
 * @throws {@link EmulatorError} when another emulator has it, a newer version wrote it, or it holds something else
 */
export async function openFolder(path: string): Promise<DataFolder> {
  checkFolder(path);
  const database = await openDatabase(path);
  try {
    await checkFormat(database, path);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    async rows() {
      const rows: StateRow[] = [];
      for await (const [name, text] of database.iterator()) {
        const slash = name.indexOf('/');
        if (slash > 0) rows.push({ part: name.slice(0, slash), key: name.slice(slash + 1), row: JSON.parse(text) });
      }
      return rows;
    },
    write: (changes) =>
      database.batch(changes.map(([key, text]) => (text === undefined ? { type: 'del', key } : { type: 'put', key, value: text }))),
    close: () => database.close(),
  };
}

function checkFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    if (readdirSync(path).length === 0 || existsSync(resolve(path, 'CURRENT'))) return;
  } catch (error) {
    throw new EmulatorError(`Cannot use ${path} as data folder: ${toReason(error)}. Choose another one.`, { cause: error });
  }
  throw new EmulatorError(`The folder ${path} holds other files. Choose an empty one for the data, or one that does not exist.`);
}

async function openDatabase(path: string): Promise<Database> {
  // Only those who keep data pay for loading it.
  const { ClassicLevel } = await import('classic-level');
  const database: Database = new ClassicLevel(path);
  try {
    await database.open();
    return database;
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    if ((cause as { code?: string }).code === 'LEVEL_LOCKED') {
      throw new EmulatorError(`The data folder ${path} is in use by another emulator. Stop that one, or choose another folder.`, { cause });
    }
    throw new EmulatorError(`Cannot open the data folder ${path}: ${toReason(cause)}. Choose another one.`, { cause });
  }
}

async function checkFormat(database: Database, path: string): Promise<void> {
  const text = await database.get(FORMAT_KEY);
  if (text === undefined) {
    for await (const _ of database.keys({ limit: 1 })) {
      throw new EmulatorError(`The folder ${path} was not written by the emulator. Choose an empty one.`);
    }
    await database.put(FORMAT_KEY, String(FORMAT));
    return;
  }
  const format = Number(text);
  if (format === FORMAT) return;
  const advice = format > FORMAT ? 'Update @convapi/emulator, or choose another folder.' : 'Choose another folder.';
  throw new EmulatorError(`The data folder ${path} has format ${text}; this version of the emulator has ${FORMAT}. ${advice}`);
}

function toReason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
