import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConvapiError } from '@convapi/core';
import { PGlite } from '@electric-sql/pglite';
import type { OpenDatabase } from './database.ts';
import { SCHEMA } from './schema.ts';

/**
 * PostgreSQL inside this process, with the tables in place. Data is kept in the folder; without one it is gone at the end.
 *
 * @throws ConvapiError when the folder cannot be made or holds something else.
 */
export async function openDatabase(dataDir: string | undefined): Promise<OpenDatabase> {
  try {
    return await open(dataDir);
  } catch (cause) {
    const place = dataDir === undefined ? 'in memory' : `in ${resolve(dataDir)}`;
    throw new ConvapiError(
      `[@convapi/inbox] The database ${place} did not open. Is the folder writable, made by this app and used by one process only?`,
      { cause },
    );
  }
}

async function open(dataDir: string | undefined): Promise<OpenDatabase> {
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const postgres = dataDir === undefined ? new PGlite() : new PGlite(resolve(dataDir));
  await postgres.waitReady;
  for (const statement of SCHEMA) await postgres.query(statement);
  return {
    query: async <Row>(text: string, params: unknown[] = []) => ({ rows: (await postgres.query<Row>(text, params)).rows }),
    close: () => postgres.close(),
  };
}
