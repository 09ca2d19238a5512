import type { Database } from '../database/database.ts';

/** What the functions that take in callbacks work with. */
export interface CallbackContext {
  /** The transaction that has all of the callback's effect, or none. */
  tx: Database;
  /** Milliseconds since 1970. */
  now(): number;
}
