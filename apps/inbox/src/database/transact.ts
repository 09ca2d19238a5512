import type { Database } from './database.ts';
import { isTryAgain } from './errors.ts';

const TRIES = 4;

/**
 * Does all of it or nothing. Where two transactions were in each other's way, one of them is done again: so `work` must change
 * nothing but the database, and only through what it is given.
 */
export async function transact<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (tries === TRIES || !isTryAgain(error)) throw error;
    }
  }
}
