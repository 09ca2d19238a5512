import { sql } from 'drizzle-orm';
import PgBoss from 'pg-boss';
import { type Database, type OpenDatabase, rowsOf } from '../database/database.ts';
import { isDatabaseAway, plainError } from '../database/errors.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import { createPatientSql } from './patient-sql.ts';

/** Data of the jobs, by the name of their queue. They hold ids only, so that deleting a person leaves nothing in them. */
export interface JobData {
  /** Sends a message of the log. */
  send: { messageId: string };
  /** Makes two contacts one at the service, as the inbox has them. */
  'merge-contacts': { into: string; from: string };
  /** Takes away what is too old. */
  sweep: Record<never, never>;
}

export type JobName = keyof JobData;

const NAMES: readonly JobName[] = ['send', 'merge-contacts', 'sweep'];
/** Between looks for jobs that another copy of the inbox added; its own are looked for at once. */
const POLL_SECONDS = 2;
/** A job of a copy that was killed is given to another after about this time. */
const EXPIRE_SECONDS = 90;
const MAINTENANCE_SECONDS = 30;
const RETRY_LIMIT = 8;
const RETRY_DELAY_SECONDS = 2;
const STOP_TIMEOUT_MS = 30_000;
/** While the database is away, each look fails in the same way. */
const QUIET_MS = 10_000;

/** Work that is done later, by any copy of the inbox, and again when that copy dies. */
export interface Jobs {
  /** Adds a job, in the transaction that makes it necessary. `wake` has it looked for at once, when that is done. */
  add<Name extends JobName>(tx: Database, name: Name, data: JobData[Name], delayMs?: number): Promise<void>;
  wake(name: JobName): void;
  /** Has up to `atOnce` jobs done at a time. One that throws is done again later. */
  work<Name extends JobName>(name: Name, atOnce: number, handler: (data: JobData[Name]) => Promise<void>): Promise<void>;
  /** Adds a job at the times of a cron expression (UTC), once for all copies. */
  repeat<Name extends JobName>(name: Name, cron: string, data: JobData[Name]): Promise<void>;
  /** Takes no more jobs, and waits for those that are being done. */
  stop(): Promise<void>;
}

export async function startJobs(database: OpenDatabase, logger: InboxLogger): Promise<Jobs> {
  const patient = createPatientSql(database);
  const boss = new PgBoss({ db: { executeSql: patient.executeSql }, maintenanceIntervalSeconds: MAINTENANCE_SECONDS });
  boss.on('error', quietly(logger));
  await database.alone(async () => {
    await boss.start();
    const there = new Set((await boss.getQueues()).map(({ name }) => name));
    // making one locks the tables that other copies work on
    for (const name of NAMES) if (!there.has(name)) await boss.createQueue(name);
  });
  const workers = new Map<JobName, string[]>();
  const wake = (name: JobName) => {
    for (const id of workers.get(name) ?? []) boss.notifyWorker(id);
  };
  return {
    async add(tx, name, data, delayMs = 0) {
      const startAfter = delayMs > 0 ? { startAfter: await timeIn(tx, delayMs) } : {};
      await boss.send(name, data, {
        retryLimit: RETRY_LIMIT,
        retryDelay: RETRY_DELAY_SECONDS,
        retryBackoff: true,
        expireInSeconds: EXPIRE_SECONDS,
        ...startAfter,
        db: { executeSql: (text, values) => runIn(tx, text, values) },
      });
    },
    wake,
    async work(name, atOnce, handler) {
      const ids: string[] = [];
      workers.set(name, ids);
      for (let worker = 0; worker < atOnce; worker += 1) {
        const id = await boss.work<JobData[typeof name]>(name, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
          for (const { data } of jobs) await handler(data);
          // There may be more: a worker waits between its looks, whatever it found.
          wake(name);
        });
        ids.push(id);
      }
    },
    repeat: (name, cron, data) => boss.schedule(name, cron, data),
    async stop() {
      await boss.stop({ graceful: true, wait: true, timeout: STOP_TIMEOUT_MS, close: false });
      await patient.stop();
    },
  };
}

/** A time that is still to come, by the clock of the database. */
async function timeIn(tx: Database, delayMs: number): Promise<string> {
  const time = sql`(clock_timestamp() + ${delayMs}::float8 * interval '1 millisecond') AT TIME ZONE 'UTC'`;
  const [row] = await rowsOf<{ at: string }>(tx, sql`SELECT to_char(${time}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at`);
  return row?.at ?? '';
}

/**
 * SQL with `$1` and so on, in a transaction. Each mention becomes a parameter of its own, whose type PostgreSQL finds out by
 * itself: so a value has to be right for each of its mentions.
 */
async function runIn(tx: Database, text: string, values: unknown[] = []): Promise<{ rows: object[] }> {
  const parts = text
    .split(/\$(\d+)/)
    .map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${toParameter(values[Number(part) - 1])}`));
  return (await tx.execute(sql.join(parts))) as unknown as { rows: object[] };
}

/** As text: nothing but the query says what each parameter is, and the drivers guess in ways of their own. */
function toParameter(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quietly(logger: InboxLogger): (error: Error) => void {
  let quietUntilMs = 0;
  return (error) => {
    if (!isDatabaseAway(error)) return logger.error('A job could not be looked for, or noted as done.', plainError(error));
    if (Date.now() < quietUntilMs) return;
    quietUntilMs = Date.now() + QUIET_MS;
    logger.warn(`Jobs wait: the database is away (${error.message}).`);
  };
}
