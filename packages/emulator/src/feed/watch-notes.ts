import type { NoteFor } from '../store/index.ts';

/** Hears of changes of rows, part by part; parts that nobody watches cost nothing. */
export type Watchers = Readonly<Record<string, (key: string, row: unknown) => void>>;

/** Everything that is written down is a change: so whoever watches the notes hears of all of them, and the parts of the state know nothing of it. */
export function watchNotes(noteFor: NoteFor, watchers: Watchers): NoteFor {
  return (part) => {
    const note = noteFor(part);
    const hear = watchers[part];
    if (!hear) return note;
    return (key, row) => {
      note(key, row);
      hear(key, row);
    };
  };
}
