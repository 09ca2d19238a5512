import { EmulatorError } from '../emulator-error.ts';
import type { Part } from '../store/note.ts';

/** A row of the state, wherever it is kept. */
export interface StateRow {
  part: string;
  key: string;
  row: unknown;
}

/** Reads rows back. */
export function restoreRows(parts: readonly Part[], rows: readonly StateRow[]): void {
  const byName = new Map(parts.map((part) => [part.name, part]));
  for (const { part, key, row } of rows) byName.get(part)?.restore(key, row);
}

/** @throws {@link EmulatorError} for a part that nobody knows */
export function checkParts(parts: readonly Part[], rows: readonly StateRow[]): void {
  const known = new Set(parts.map((part) => part.name));
  const unknown = rows.find(({ part }) => !known.has(part));
  if (!unknown) return;
  throw new EmulatorError(`The state has rows of an unknown part ${unknown.part}. Use the version of the emulator that wrote it.`);
}

/** Was there never anything? Ids and time do not count. */
export function isEmpty(parts: readonly Part[]): boolean {
  return parts.every((part) => part.name === 'meta' || [...part.rows()].length === 0);
}
