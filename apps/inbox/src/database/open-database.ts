import type { DataFolder } from '../data-folder/data-folder.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import type { OpenDatabase } from './database.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

/** PostgreSQL where there is an address of one, else PostgreSQL inside this process. */
export function openDatabase(databaseUrl: string | undefined, folder: DataFolder | undefined, logger: InboxLogger): Promise<OpenDatabase> {
  return databaseUrl === undefined ? openPglite(folder?.path) : openPostgres(databaseUrl, logger);
}
