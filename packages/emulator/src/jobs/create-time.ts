import type { NoteFor, Part } from '../store/note.ts';
import { type Clock, createClock } from '../time/clock.ts';
import { createUlids } from '../time/ulid.ts';
import type { Job, Plan } from './job.ts';
import { createMeta } from './meta.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** What goes by the time: the clock, what is planned, and ids. */
export interface Time {
  clock: Clock;
  newId: () => string;
  plan: Plan;
  scheduler: Scheduler;
  /** Time and ids, for whoever writes them down. */
  part: Part;
}

/** What {@link createTime} works with. */
export interface TimeParts {
  now: () => number;
  random: () => number;
  /** Hears what a task threw. */
  onError: (error: unknown) => void;
  noteFor: NoteFor;
  /** Does a job. */
  run: (job: Job) => void;
}

export function createTime({ now, random, onError, noteFor, run }: TimeParts): Time {
  const meta = createMeta(
    () => clock,
    () => ids,
    noteFor,
  );
  const clock = createClock(now, onError, meta.noteClock);
  const ids = createUlids(clock.now, random);
  const scheduler = createScheduler(clock, noteFor, run);
  function newId(): string {
    meta.noteId();
    return ids.next();
  }
  return { clock, newId, plan: scheduler.plan, scheduler, part: meta.part };
}
