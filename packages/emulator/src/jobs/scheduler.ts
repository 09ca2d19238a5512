import { createTable, type NoteFor, type Part } from '../store/index.ts';
import type { Clock } from '../time/index.ts';
import type { Job, Plan } from './job.ts';

/** Knows all that is planned. */
export interface Scheduler<OwnJob extends Job> {
  plan: Plan<OwnJob>;
  /** Forgets every plan. */
  clear(): void;
  /** What is planned, for whoever writes it down. */
  part: Part;
  /** All jobs that are planned. */
  planned(): Iterable<PlannedJob<OwnJob>>;
  /** Puts plans that were read back into action, in the order in which they fall due. */
  resume(): void;
}

/** A job and when it is due. */
export interface PlannedJob<OwnJob> {
  job: OwnJob;
  dueMs: number;
  background?: true;
}

/** Digits of a key, so that keys sort as the jobs were planned. */
const KEY_LENGTH = 14;

/** @param run does a job; it is off the list by then, so that what the job changes and its end are written down together */
export function createScheduler<OwnJob extends Job>(clock: Clock, noteFor: NoteFor, run: (job: OwnJob) => void): Scheduler<OwnJob> {
  const planned = createTable<PlannedJob<OwnJob>>('jobs', noteFor);
  let lastKey = 0;

  function start(key: string, { job, background }: PlannedJob<OwnJob>, delayMs: number): void {
    clock.after(
      delayMs,
      () => {
        // Not there any more when all was forgotten meanwhile.
        if (planned.delete(key)) run(job);
      },
      { background: background === true },
    );
  }

  return {
    plan(job, delayMs = 0, { background = false } = {}) {
      lastKey += 1;
      const key = String(lastKey).padStart(KEY_LENGTH, '0');
      const entry: PlannedJob<OwnJob> = { job, dueMs: clock.now() + Math.max(delayMs, 0), ...(background ? { background } : {}) };
      planned.set(key, entry);
      start(key, entry, delayMs);
    },
    clear: () => planned.clear(),
    planned: () => planned.values(),
    part: {
      name: 'jobs',
      rows: () => planned,
      restore(key, row) {
        planned.set(key, row as PlannedJob<OwnJob>);
        lastKey = Math.max(lastKey, Number(key));
      },
      clear: () => planned.clear(),
    },
    resume() {
      const due = [...planned].sort(([keyA, a], [keyB, b]) => a.dueMs - b.dueMs || (keyA < keyB ? -1 : 1));
      for (const [key, entry] of due) start(key, entry, entry.dueMs - clock.now());
    },
  };
}
