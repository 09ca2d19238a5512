import { setTimeout as wait } from 'node:timers/promises';
import type { RateLimiter } from '@convapi/client';
import { sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database/database.ts';

const LOWEST_RATE = 1;
/** Share of the rate that comes back each second after a 429. */
const RECOVERY_PER_SECOND = 0.05;
const TOO_MANY = 429;

/**
 * Keeps the sends of an app below its rate, over all copies of the inbox: a row that each takes its turn from. One second's
 * worth may go at once. A 429 halves the rate, which then recovers by a twentieth a second.
 */
export function createSharedRateLimiter(db: Database, perSecond: number): RateLimiter {
  return {
    async acquire({ appId }, signal) {
      // only sends name their app; the rate of a project is forty times that, and no inbox comes near
      if (appId === undefined) return;
      const [turn] = await rowsOf<{ wait_ms: number }>(db, takeTurn(appId, perSecond));
      const waitMs = Number(turn?.wait_ms ?? 0);
      if (waitMs > 0) await wait(waitMs, undefined, { signal });
    },
    answered({ appId }, status) {
      if (appId === undefined || status !== TOO_MANY) return;
      const slower = sql`UPDATE send_rates SET rate = greatest(${LOWEST_RATE}::float8, rate / 2) WHERE app_id = ${appId}`;
      // that it was refused is told by the send; the next 429 halves the rate again
      db.execute(slower).then(undefined, () => {});
    },
  };
}

/** The clock of the database decides: those of the copies differ. */
function takeTurn(appId: string, perSecond: number) {
  const rate = sql`least(${perSecond}::float8, r.rate * (1 + ${RECOVERY_PER_SECOND}::float8 * extract(epoch FROM clock_timestamp() - r.changed_at)::float8))`;
  return sql`
    INSERT INTO send_rates AS r (app_id, rate, changed_at, due_at)
    VALUES (${appId}, ${perSecond}::float8, clock_timestamp(), clock_timestamp())
    ON CONFLICT (app_id) DO UPDATE SET
      rate = ${rate},
      changed_at = clock_timestamp(),
      due_at = greatest(r.due_at, clock_timestamp() - interval '1 second') + interval '1 second' / (${rate})
    RETURNING extract(epoch FROM r.due_at - clock_timestamp()) * 1000 AS wait_ms`;
}
