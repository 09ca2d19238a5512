/** Hears of a row that changed: its new value, or `undefined` when it is gone. Rows are JSON values. */
export type Note = (key: string, row: unknown) => void;

/** Gives each part of the state its own {@link Note}. */
export type NoteFor = (part: string) => Note;

/** A part of the state that can be written down row by row, and read back. */
export interface Part {
  readonly name: string;
  /** Rows in the order in which they have to be read back. */
  rows(): Iterable<readonly [key: string, row: unknown]>;
  /** Takes a row back in. */
  restore(key: string, row: unknown): void;
  clear(): void;
}
