import { existsSync, readFileSync } from 'node:fs';
import { EmulatorError } from '../emulator-error.ts';
import type { StateRow } from './state.ts';
import { type FileHead, type FileRecord, FORMAT, readHead, readRecords } from './state-file.ts';

/** What a data folder holds. */
export interface StoredState {
  /** By key, the latest of each. */
  rows: Map<string, string>;
  /** Of the file that is there; `undefined` when it has to be written first. */
  head: FileHead | undefined;
}

/**
 * Reads the file of a data folder.
 *
 * @param file its path
 * @param salvage take what can be read of a damaged one
 * @param tell hears what was dropped
 * @throws {@link EmulatorError} when it is damaged, or of another version
 */
export function readState(folder: string, file: string, salvage: boolean, tell: (message: string) => void): StoredState {
  if (!existsSync(file)) return { rows: new Map(), head: undefined };
  const bytes = readFileSync(file);
  const head = readHead(bytes);
  if (head && head.format !== FORMAT) throw wrongFormat(folder, head.format);
  const { records, damaged } = readRecords(bytes, head);
  const rows = latest(records);
  if (head && damaged === 0) return { rows, head };
  const what = describe(head, records.length, damaged);
  if (!salvage) {
    throw new EmulatorError(
      `The data folder ${folder} is damaged: ${what}. ${rows.size} rows can be saved: start with --salvage (option salvage) to go on with those, or choose another folder. Copy the folder first.`,
    );
  }
  tell(`The data folder ${folder} was damaged: ${what}. It goes on with ${rows.size} rows; some may be older than the last answer.`);
  return { rows, head: undefined };
}

/** @throws Error when the file is not as it was written */
export function rereadState(bytes: Buffer, head: FileHead): Map<string, string> {
  const { records, damaged } = readRecords(bytes, head);
  if (damaged > 0) throw new Error(`${damaged} of ${head.records} records cannot be read`);
  return latest(records);
}

/** In the order of parts and keys. */
export function toStateRows(rows: ReadonlyMap<string, string>): StateRow[] {
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => {
      const slash = name.indexOf('/');
      return { part: name.slice(0, slash), key: name.slice(slash + 1), row: JSON.parse(text) as unknown };
    });
}

function latest(records: readonly FileRecord[]): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { key, text } of records) {
    if (text === undefined) rows.delete(key);
    else rows.set(key, text);
  }
  return rows;
}

function describe(head: FileHead | undefined, readable: number, damaged: number): string {
  if (head) return `${damaged} of ${head.records} records cannot be read`;
  if (readable === 0) return 'nothing in it can be read';
  const others =
    damaged === 0 ? 'and none that is seen to be damaged; some may be missing at the end' : `and ${damaged} others cannot be read`;
  return `its head cannot be read; behind it are ${readable} whole records, ${others}`;
}

function wrongFormat(folder: string, format: number): EmulatorError {
  const advice = format > FORMAT ? 'Update @convapi/emulator, or choose another folder.' : 'Choose another folder.';
  return new EmulatorError(`The data folder ${folder} has format ${format}; this version of the emulator has ${FORMAT}. ${advice}`);
}
