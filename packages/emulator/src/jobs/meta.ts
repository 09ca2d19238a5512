import type { NoteFor, Part } from '../store/index.ts';
import type { Clock, Ulids } from '../time/index.ts';

/** What goes on from where it was: the time that was passed, and the ids that were given. */
export interface Meta {
  part: Part;
  noteClock(): void;
  noteId(): void;
}

/** @param clockOf the clock; asked for late, because the clock tells of its moves */
export function createMeta(clockOf: () => Clock, idsOf: () => Ulids, noteFor: NoteFor): Meta {
  const note = noteFor('meta');
  // Ids are given by the thousand: what they have come to is looked up when it is written.
  const ids = { toJSON: () => ({ last: idsOf().last() }) };
  const clock = { toJSON: () => ({ offsetMs: clockOf().offsetMs() }) };
  return {
    part: {
      name: 'meta',
      // A snapshot has a time of its own.
      rows: () => (idsOf().last() === '' ? [] : [['ids', ids]]),
      restore(_, row) {
        const { offsetMs, last } = row as { offsetMs?: number; last?: string };
        if (offsetMs !== undefined) clockOf().catchUp(clockOf().now() + offsetMs - clockOf().offsetMs());
        if (last !== undefined) idsOf().continueAfter(last);
      },
      clear: () => undefined,
    },
    noteClock: () => note('clock', clock),
    noteId: () => note('ids', ids),
  };
}
