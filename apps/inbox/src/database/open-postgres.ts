import { ConvapiError } from '@convapi/core';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import type { InboxLogger } from '../inbox-logger.ts';
import type { Database, OpenDatabase } from './database.ts';
import { keepListening } from './keep-listening.ts';
import { MIGRATIONS } from './migrations.ts';
import * as schema from './schema.ts';

const MAX_CONNECTIONS = 12;
/** Longer than a restart of the server usually takes would only make people wait; they are told instead. */
const CONNECT_TIMEOUT_MS = 5_000;
/** Anything of ours; all copies ask for the same. */
const MIGRATION_LOCK = 705_318_214;

/**
 * A PostgreSQL server, with the tables in place: of several copies that start at once, one makes them.
 *
 * @throws ConvapiError when it cannot be reached, or refuses.
 */
export async function openPostgres(url: string, logger: InboxLogger): Promise<OpenDatabase> {
  const config = { connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true, application_name: 'convapi-inbox' };
  const pool = new pg.Pool({ ...config, max: MAX_CONNECTIONS });
  // An idle connection that breaks is replaced by the next query; without a listener it would end the process.
  pool.on('error', (error) => logger.warn(`A connection to the database broke: ${error.message}`));
  // One that breaks between two queries of a transaction says so twice: the next query fails, and this, which nobody else hears.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await withLock(pool, (client) => migrate(drizzle({ client, schema }), { migrationsFolder: MIGRATIONS }));
  } catch (cause) {
    await pool.end();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ConvapiError(
      `[@convapi/inbox] The database of DATABASE_URL did not open: ${why}. Is it running, and may this user make tables?`,
      {
        cause,
      },
    );
  }
  const stops: (() => Promise<void>)[] = [];
  return {
    db: Object.assign(drizzle({ client: pool, schema }), { transaction: (work: Work) => inTransaction(pool, work) }) as unknown as Database,
    executeSql: (text, values) => executeSql(pool, text, values),
    async listen(channel, onNotice, onGap) {
      stops.push(await keepListening({ config, channel, onNotice, onGap, logger }));
    },
    alone: (work) => withLock(pool, work),
    async close() {
      for (const stop of stops) await stop();
      await pool.end();
    },
  };
}

type Work = (tx: Database) => Promise<unknown>;

/**
 * In place of drizzle's own, which keeps a connection for ever when the first statement fails on it, as on each that was open
 * when the server restarted: then there are soon none left.
 */
async function inTransaction(pool: pg.Pool, work: Work): Promise<unknown> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(drizzle({ client, schema }) as unknown as Database);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const isBroken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(isBroken);
    throw error;
  }
}

/** Several statements with a transaction of their own must not leave it half done on a connection that others get next. */
async function executeSql(pool: pg.Pool, text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> {
  const client = await pool.connect();
  let failed = true;
  try {
    const result = await client.query(text, values);
    failed = false;
    return Array.isArray(result) ? result.at(-1) : result;
  } finally {
    client.release(failed && values === undefined);
  }
}

async function withLock<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const result = await work(client);
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
