import { ConvapiError } from '@convapi/core';
import { PGlite } from '@electric-sql/pglite';
import type { OpenDatabase } from './database.ts';
import { SCHEMA } from './schema.ts';

/**
 * PostgreSQL inside this process, with the tables in place. Data is kept in the folder, which has no lock of its own and
 * so was claimed before; without one it is gone at the end.
 *
 * @throws ConvapiError when the folder holds something else.
 */
export async function openDatabase(dataDir: string | undefined): Promise<OpenDatabase> {
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
  for (const statement of SCHEMA) await postgres.query(statement);
  return {
    query: async <Row>(text: string, params: unknown[] = []) => ({ rows: (await postgres.query<Row>(text, params)).rows }),
    close: () => postgres.close(),
  };
}
