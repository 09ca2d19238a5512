import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** The tables, in PGlite or PostgreSQL, or in a transaction on either. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that the inbox opened, and so has to close. */
export interface OpenDatabase {
  db: Database;
  /** SQL with `$1` and so on, outside of any transaction; several statements at once when there are no values. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Calls `onNotice` with each text sent to the channel, and `onGap` when some may have been missed. */
  listen(channel: string, onNotice: (text: string) => void, onGap: () => void): Promise<void>;
  /** Does the work while no other copy of the inbox does such work: to make tables, of which one makes all. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Rows of a query in SQL. Times in them are text: `toTime` reads them. */
export async function rowsOf<Row>(db: Database, query: SQL): Promise<Row[]> {
  return ((await db.execute(query)) as unknown as { rows: Row[] }).rows;
}

/** A time as it comes from a query in SQL. */
export function toTime(value: string | Date): Date {
  return new Date(value);
}
