import type { ReplayGuard } from '../../src/index.ts';

/** What the guard needs of a Pool or a Client of pg. */
export interface PostgresCommands {
  query(sql: string, values?: unknown[]): Promise<{ rows: { done?: boolean }[]; rowCount: number | null }>;
}

// Without an owner, a callback is done. The clock of the database decides.
export const createTable = 'CREATE TABLE IF NOT EXISTS callbacks (key text PRIMARY KEY, owner uuid, expires_at timestamptz NOT NULL)';

const insert = `INSERT INTO callbacks VALUES ($1, $2, now() + $3 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires_at = excluded.expires_at`;

export function postgresReplayGuard(pool: PostgresCommands, leaseMs = 60_000): ReplayGuard {
  return {
    async claim(key, keepMs) {
      const owner = crypto.randomUUID();
      const claimed = await pool.query(`${insert} WHERE callbacks.expires_at <= now()`, [key, owner, leaseMs]);
      if (claimed.rowCount === 0) {
        const { rows } = await pool.query('SELECT owner IS NULL AS done FROM callbacks WHERE key = $1', [key]);
        return rows[0]?.done ? 'replayed' : 'in_progress';
      }
      return {
        done: async () => void (await pool.query(insert, [key, null, keepMs])),
        release: async () => void (await pool.query('DELETE FROM callbacks WHERE key = $1 AND owner = $2', [key, owner])),
      };
    },
  };
}

/** To be run now and then: nothing else makes the table smaller. */
export const sweep = 'DELETE FROM callbacks WHERE expires_at <= now()';
