import { EmulatorError } from '../emulator-error.ts';
import type { Part } from '../store/index.ts';

/** A row of the state, wherever it is kept. */
export interface StateRow {
  part: string;
  key: string;
  row: unknown;
}

/**
 * Reads rows back.
 *
 * @throws {@link EmulatorError} naming a row that cannot be read
 */
export function restoreRows(parts: readonly Part[], rows: readonly StateRow[]): void {
  const byName = new Map(parts.map((part) => [part.name, part]));
  for (const { part, key, row } of rows) {
    try {
      byName.get(part)?.restore(key, row);
    } catch (cause) {
      throw new EmulatorError(`The state is damaged: the row ${key} of ${part} is wrong.`, { cause });
    }
  }
}

/** Was there never anything? Ids and time do not count. */
export function isEmpty(parts: readonly Part[]): boolean {
  return parts.every((part) => part.name === 'meta' || [...part.rows()].length === 0);
}
