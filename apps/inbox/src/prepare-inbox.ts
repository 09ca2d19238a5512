import { withSendLog } from '@convapi/client';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { getConnInfo } from '@hono/node-server/conninfo';
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Agent, NewAgent } from './api/contract.ts';
import { createCallbackHandler } from './callbacks/create-callback-handler.ts';
import type { DataFolder } from './data-folder/data-folder.ts';
import { type OpenDatabase, rowsOf } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { createApp } from './http/create-app.ts';
import { type InboxLogger, SILENT } from './inbox-logger.ts';
import { checkOptions, type InboxOptions } from './inbox-options.ts';
import { startJobs } from './jobs/create-jobs.ts';
import { mergeContactsThere } from './jobs/merge-contacts.ts';
import { openLiveHub } from './live/live-hub.ts';
import { createMetrics } from './observing/metrics.ts';
import { createTeam } from './people/create-team.ts';
import type { ClientAddress } from './people/sessions.ts';
import { deletePerson } from './retention/delete-person.ts';
import type { Deleted } from './retention/deleted.ts';
import { sweep } from './retention/sweep.ts';
import { createClient } from './sending/create-client.ts';
import { startOutbox } from './sending/outbox.ts';
import { createSendLog, LEASE_MS } from './sending/send-log.ts';
import { createSharedRateLimiter } from './sending/shared-rate-limiter.ts';

const SENDS_PER_SECOND = 20;
const SEND_RETRIES_MS = [1_000, 4_000, 15_000, 60_000];
/** Every hour, at a minute when fewer others do such things. */
const SWEEP_TIMES = '17 * * * *';
/** Stands for everybody whose address is not known: they share one limit of tries. */
const NOBODY = '127.0.0.1';

/** A running inbox without a server around it. */
export interface Inbox {
  /** Answers a request: the page, its API, and `/webhook`. `env` is what a server of Node.js tells beside it. */
  fetch(request: Request, env?: object): Promise<Response>;
  /** Lets somebody work with the inbox. Without a password, `signInPath` is their way in. */
  addAgent(agent: NewAgent & { password?: string | undefined }): Promise<Agent>;
  /** A path of the inbox that signs the person with that e-mail address in, once, within 24 hours. */
  signInPath(email: string): Promise<string>;
  /** Does anybody work with the inbox yet? */
  hasAgents(): Promise<boolean>;
  /** Deletes all that the inbox holds about the person with that address or contact id. */
  deletePerson(who: string): Promise<Deleted>;
  /** From now on `/readyz` says that it is about to end, so that a proxy sends no more requests here. */
  drain(): void;
  /** Ends live connections, waits for what is being sent, closes the database and lets its folder go. */
  close(): Promise<void>;
}

/**
 * Checks the options, and opens nothing yet; the function given back opens the inbox in a folder that was claimed, and
 * lets go of the folder when it closes, also when it does not open.
 *
 * @throws ConvapiError when an option is missing or wrong.
 */
export function prepareInbox(options: InboxOptions): (folder: DataFolder | undefined) => Promise<Inbox> {
  checkOptions(options);
  // not kept: what the client refuses is told before a database is opened, which takes seconds
  createClient(options, { acquire: async () => {} });
  const verifier = createWebhookVerifier({
    secrets: options.webhookSecrets,
    now: options.now ?? Date.now,
    // Repetitions are found where they have their effect, by all copies of the inbox: see `takeCallback`.
    replayGuard: false,
  });
  return (folder) =>
    orRelease(folder, async () => {
      const database = await openDatabase(options.databaseUrl, folder, options.logger ?? SILENT);
      try {
        return await open(options, verifier, database, folder);
      } catch (error) {
        await database.close();
        throw error;
      }
    });
}

async function open(
  options: InboxOptions,
  verifier: ReturnType<typeof createWebhookVerifier>,
  database: OpenDatabase,
  folder: DataFolder | undefined,
): Promise<Inbox> {
  const { appId, publicUrl, now = Date.now, logger = SILENT, sendLeaseMs: leaseMs = LEASE_MS } = options;
  const { db } = database;
  const metrics = createMetrics();
  const hub = await openLiveHub(database);
  const team = await createTeam(db, publicUrl?.startsWith('https:') ?? false);
  const jobs = await startJobs(database, logger);
  const log = createSendLog(db, leaseMs);
  const client = withSendLog(createClient(options, createSharedRateLimiter(db, options.sendsPerSecond ?? SENDS_PER_SECOND)), log, { now });
  const outbox = await startOutbox({
    db,
    jobs,
    client,
    log,
    logger,
    metrics,
    leaseMs,
    retriesMs: options.sendRetriesMs ?? SEND_RETRIES_MS,
  });
  await startHousekeeping();
  metrics.onCollect({ listeners: () => hub.size(), sendsWaiting });
  let isReady = true;
  const app = createApp({
    db,
    hub,
    jobs,
    team,
    client,
    appId,
    publicUrl,
    allowPrivateMedia: isLoopback(options.baseUrl),
    clientAddress: toClientAddress(options.trustProxy ?? false),
    now,
    webhook: createCallbackHandler({ db, now, verifier, appId, logger, onCallback: counted(quietly(options.onCallback, logger)) }),
    logger,
    metrics,
    metricsToken: options.metricsToken,
    isReady: () => isReady,
  });
  if (folder === undefined && options.databaseUrl === undefined) {
    logger.info('Conversations are kept in memory and are gone at the end. Name a data folder or a database to keep them.');
  }
  let closing: Promise<void> | undefined;
  return {
    fetch: async (request, env) => app.fetch(request, env),
    addAgent: (agent) => team.add(agent),
    signInPath: async (email) => `/sign-in?token=${await team.linkToken(email)}`,
    hasAgents: async () => (await team.list()).length > 0,
    deletePerson: (who) => deletePerson(db, who),
    drain() {
      isReady = false;
    },
    close() {
      closing ??= close();
      return closing;
    },
  };

  async function startHousekeeping(): Promise<void> {
    await jobs.work('merge-contacts', 1, (data) => mergeContactsThere(client, db, data));
    await jobs.work('sweep', 1, () => sweep(db, options.retentionDays));
    await jobs.repeat('sweep', SWEEP_TIMES, {});
  }

  async function sendsWaiting(): Promise<number> {
    const [row] = await rowsOf<{ waiting: number }>(db, sql`SELECT count(*)::int AS waiting FROM sends WHERE state IN ('queued', 'open')`);
    return Number(row?.waiting ?? 0);
  }

  function counted(next: NonNullable<InboxOptions['onCallback']>): NonNullable<InboxOptions['onCallback']> {
    return (callback) => {
      metrics.callback(callback.outcome === 'refused' ? 'refused' : callback.stored ? 'stored' : 'known');
      next(callback);
    };
  }

  async function close(): Promise<void> {
    isReady = false;
    hub.close();
    try {
      await outbox.stop();
      await jobs.stop();
    } finally {
      try {
        await database.close();
      } finally {
        await folder?.release();
      }
    }
  }
}

async function orRelease<T>(folder: DataFolder | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await folder?.release();
    throw error;
  }
}

/** What a hook throws must not make the service send a callback again. */
function quietly(hook: InboxOptions['onCallback'], logger: InboxLogger): NonNullable<InboxOptions['onCallback']> {
  return (callback) => {
    try {
      hook?.(callback);
    } catch (error) {
      logger.error('onCallback failed.', error);
    }
  };
}

/** An emulator on this machine refers to files on this machine. */
function isLoopback(baseUrl: string | undefined): boolean {
  return baseUrl !== undefined && URL.canParse(baseUrl) && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(baseUrl).hostname);
}

/** What a request says of itself counts only when a proxy has added it. */
function toClientAddress(trustProxy: boolean): ClientAddress {
  return (c) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    return forwarded || remoteAddress(c) || NOBODY;
  };
}

/** Undefined where the request did not come through a server of Node.js. */
function remoteAddress(c: Context): string | undefined {
  return (c.env as { incoming?: unknown } | undefined)?.incoming === undefined ? undefined : getConnInfo(c).remote.address;
}
