import type { CallbackDispatcher } from '../callbacks/dispatcher.ts';
import type { EventLog } from '../callbacks/event-log.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { Scheduler } from '../jobs/scheduler.ts';
import type { Part } from '../store/note.ts';
import type { Clock } from '../time/clock.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import { checkRows, isRow } from './check-rows.ts';
import { type EmulatorSnapshot, readSnapshot, takeSnapshot } from './snapshot.ts';
import { restoreRows, type StateRow } from './state.ts';

/** The state as a whole: taken, put back, forgotten. */
export interface Keeper {
  snapshot(): EmulatorSnapshot;
  /** @throws {@link EmulatorError} when it is no snapshot that this version reads; then everything stays as it was */
  load(snapshot: unknown): void;
  /** Forgets all, plans and logs too. */
  forget(): void;
  /**
   * Takes in what was stored, where nothing is yet.
   *
   * @param salvage leave out rows that are wrong
   * @returns those that were left out
   * @throws {@link EmulatorError} naming a row that is wrong
   */
  restore(rows: readonly StateRow[], salvage: boolean): StateRow[];
  /** Puts what is stored in the place of all that is there, the time too, and lets nothing happen until {@link resume}. */
  rollBack(rows: readonly StateRow[]): void;
  /** Puts plans and callbacks that were read back into action. */
  resume(): void;
}

/** What {@link createKeeper} works with. */
export interface KeeperParts {
  clock: Clock;
  scheduler: Scheduler;
  callbacks: CallbackDispatcher;
  events: EventLog;
  /** All that a restart brings back. */
  state: readonly Part[];
  /** Does something that changes everything. */
  replacing: <R>(work: () => R) => R;
}

export function createKeeper({ clock, scheduler, callbacks, events, state, replacing }: KeeperParts): Keeper {
  function forget(): void {
    clock.clear();
    events.clear();
    for (const part of state) part.clear();
  }

  function replace(rows: readonly StateRow[]): void {
    forget();
    restoreRows(state, rows);
  }

  function put(rows: readonly StateRow[], timeMs: number): void {
    replace(rows);
    clock.catchUp(timeMs);
    resume();
  }

  function resume(): void {
    const retried = new Set<string>();
    for (const { job } of scheduler.planned()) if (job.kind === 'retry-callback') retried.add(job.callbackId);
    scheduler.resume();
    callbacks.resume(retried);
  }

  return {
    snapshot: () => takeSnapshot(state, toTimestamp(clock.now())),
    load(snapshot) {
      const { rows, timeMs } = readSnapshot(snapshot);
      checkRows(rows);
      const before = readSnapshot(takeSnapshot(state, toTimestamp(clock.now())));
      try {
        replacing(() => put(rows, timeMs));
      } catch (error) {
        replacing(() => {
          replace(before.rows);
          resume();
        });
        throw new EmulatorError('The snapshot is damaged: a row of it cannot be read. Use what snapshot() gave, unchanged.', {
          cause: error,
        });
      }
    },
    forget: () => replacing(forget),
    restore(rows, salvage) {
      const wrong = salvage ? rows.filter((row) => !isRow(row)) : [];
      const sound = wrong.length === 0 ? rows : rows.filter((row) => !wrong.includes(row));
      checkRows(sound);
      replacing(() => restoreRows(state, sound));
      return wrong;
    },
    rollBack(rows) {
      replacing(() => {
        forget();
        clock.rewind();
        restoreRows(state, rows);
      });
    },
    resume,
  };
}
