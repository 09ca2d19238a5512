import { ConvapiError } from '@convapi/core';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database, OpenDatabase } from './database.ts';
import { MIGRATIONS } from './migrations.ts';
import * as schema from './schema.ts';

/**
 * PostgreSQL inside this process, with the tables in place. Data is kept in the folder, which has no lock of its own and
 * so was claimed before; without one it is gone at the end.
 *
 * @throws ConvapiError when the folder holds something else.
 */
export async function openPglite(dataDir: string | undefined): Promise<OpenDatabase> {
  try {
    return await open(dataDir);
  } catch (cause) {
    const place = dataDir === undefined ? 'in memory' : `in ${dataDir}`;
    throw new ConvapiError(`[@convapi/inbox] The database ${place} did not open. Is the folder writable, and made by this app?`, { cause });
  }
}

async function open(dataDir: string | undefined): Promise<OpenDatabase> {
  const postgres = new PGlite(dataDir);
  await postgres.waitReady;
  const db = drizzle({ client: postgres, schema });
  await migrate(db, { migrationsFolder: MIGRATIONS });
  return {
    db: db as unknown as Database,
    async executeSql(text, values) {
      if (values !== undefined && values.length > 0) return postgres.query(text, values);
      return (await postgres.exec(text)).at(-1) ?? { rows: [] };
    },
    async listen(channel, onNotice) {
      await postgres.listen(channel, onNotice);
    },
    // its folder is locked
    alone: (work) => work(),
    close: () => postgres.close(),
  };
}
