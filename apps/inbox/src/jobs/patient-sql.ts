import { setTimeout as wait } from 'node:timers/promises';
import type { OpenDatabase } from '../database/database.ts';
import { isDatabaseAway } from '../database/errors.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** SQL for a queue that must outlive its database. */
export interface PatientSql {
  executeSql: OpenDatabase['executeSql'];
  /** Waits for what is being executed; from then on nothing is. */
  stop(): Promise<void>;
}

/**
 * Executes SQL, and waits while the database is away: pg-boss notes that a job is done without waiting for the outcome, so an
 * error there would end the process.
 */
export function createPatientSql(database: Pick<OpenDatabase, 'executeSql'>): PatientSql {
  const running = new Set<Promise<unknown>>();
  const stopping = new AbortController();

  async function patiently(text: string, values?: unknown[]): ReturnType<OpenDatabase['executeSql']> {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      if (stopping.signal.aborted) return never();
      try {
        return await database.executeSql(text, values);
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        await wait(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    async executeSql(text, values) {
      // after the end there is no database to ask, and nobody who waits for the answer
      if (stopping.signal.aborted) return never();
      const execution = patiently(text, values);
      const settled = execution.then(noop, noop);
      running.add(settled);
      void settled.then(() => running.delete(settled));
      return execution;
    },
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all(running), wait(LONGEST_WAIT_MS, undefined, { ref: false })]);
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => {});
}

function noop(): void {}
