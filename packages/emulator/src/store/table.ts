import type { Note, NoteFor, Part } from './note.ts';

/** A map that says what changed in it. A value that is changed in place has to be set again. */
export class Table<T> extends Map<string, T> {
  readonly #note: Note;

  constructor(note: Note) {
    super();
    this.#note = note;
  }

  override set(key: string, value: T): this {
    this.#note(key, value);
    return super.set(key, value);
  }

  /** Sets a value and makes it the newest, so that the first key is the one that was quiet for longest. What has not changed is not noted. */
  refresh(key: string, value: T): void {
    const known = super.get(key);
    if (known !== undefined) super.delete(key);
    if (known === value) super.set(key, value);
    else this.set(key, value);
  }

  override delete(key: string): boolean {
    if (!super.delete(key)) return false;
    this.#note(key, undefined);
    return true;
  }

  override clear(): void {
    for (const key of this.keys()) this.#note(key, undefined);
    super.clear();
  }
}

/** A table that is a part of the state of its own. */
export function createTable<T>(name: string, noteFor: NoteFor): Table<T> {
  return new Table<T>(noteFor(name));
}

/** @param fromRow undoes what JSON cannot hold */
export function toPart<T>(name: string, table: Table<T>, fromRow: (row: unknown) => T = (row) => row as T): Part {
  return {
    name,
    rows: () => table,
    restore: (key, row) => void table.set(key, fromRow(row)),
    clear: () => table.clear(),
  };
}
