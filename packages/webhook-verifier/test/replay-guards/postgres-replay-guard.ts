import type { ReplayGuard } from '../../src/index.ts';

/** What the guard needs of a Pool or a Client of pg. */
export interface PostgresCommands {
  query(sql: string, values?: unknown[]): Promise<{ rowCount: number | null }>;
}

export const createTable = 'CREATE TABLE IF NOT EXISTS seen_callbacks (key text PRIMARY KEY, expires_at timestamptz NOT NULL)';

// DO NOTHING for a callback that is known; a row that has expired and was not swept yet counts as absent.
const claimKey = `INSERT INTO seen_callbacks VALUES ($1, now() + $2 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE seen_callbacks.expires_at <= now()`;

export function postgresReplayGuard(pool: PostgresCommands): ReplayGuard {
  return {
    claim: async (key, ttlMs) => (await pool.query(claimKey, [key, ttlMs])).rowCount === 1,
    release: async (key) => void (await pool.query('DELETE FROM seen_callbacks WHERE key = $1', [key])),
  };
}

/** To be run now and then: nothing else makes the table smaller. */
export const sweep = 'DELETE FROM seen_callbacks WHERE expires_at <= now()';
