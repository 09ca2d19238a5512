import type { NoteFor, Part } from '../store/index.ts';
import { type Clock, createClock, createUlids } from '../time/index.ts';
import type { Job, Plan } from './job.ts';
import { createMeta } from './meta.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** What goes by the time: the clock, what is planned, and ids. */
export interface Time<OwnJob extends Job> {
  clock: Clock;
  newId: () => string;
  plan: Plan<OwnJob>;
  scheduler: Scheduler<OwnJob>;
  /** Time and ids, for whoever writes them down. */
  part: Part;
}

/** What {@link createTime} works with. */
export interface TimeParts<OwnJob extends Job> {
  now: () => number;
  random: () => number;
  /** Hears what a task threw. */
  onError: (error: unknown) => void;
  noteFor: NoteFor;
  /** Does a job. */
  run: (job: OwnJob) => void;
}

export function createTime<OwnJob extends Job>({ now, random, onError, noteFor, run }: TimeParts<OwnJob>): Time<OwnJob> {
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
