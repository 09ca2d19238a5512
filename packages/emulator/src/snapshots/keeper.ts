import type { CallbackDispatcher, EventLog } from '../callbacks/index.ts';
import { checkRows, isRow, restoreRows, type StateRow, type StoredState } from '../data/index.ts';
import { EmulatorError } from '../emulator-error.ts';
import type { Scheduler } from '../jobs/index.ts';
import type { ServiceJob } from '../service/index.ts';
import type { Part } from '../store/index.ts';
import { type Clock, toTimestamp } from '../time/index.ts';
import { type EmulatorSnapshot, readSnapshot, takeSnapshot } from './snapshot.ts';

/** The state as a whole: taken, put back, forgotten. */
export interface Keeper extends StoredState {
  snapshot(): EmulatorSnapshot;
  /** @throws {@link EmulatorError} when it is no snapshot that this version reads; then everything stays as it was */
  load(snapshot: unknown): void;
  /** Forgets all, plans and logs too. */
  forget(): void;
}

/** What {@link createKeeper} works with. */
export interface KeeperParts {
  clock: Clock;
  scheduler: Scheduler<ServiceJob>;
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
