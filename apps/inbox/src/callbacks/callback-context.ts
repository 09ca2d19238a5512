import type { Database } from '../database/database.ts';
import type { LiveHub } from '../live-hub.ts';

/** What the functions that take in callbacks work with. */
export interface CallbackContext {
  db: Database;
  hub: LiveHub;
  /** Milliseconds since 1970. */
  now(): number;
}
