import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { InboxLogger } from '../inbox-logger.ts';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** What {@link keepListening} needs. */
export interface Listening {
  config: pg.ClientConfig;
  channel: string;
  onNotice: (text: string) => void;
  /** Notices may have been missed. */
  onGap: () => void;
  logger: InboxLogger;
}

/** Listens to a channel of PostgreSQL on a connection of its own, and again when that breaks. Gives a function that ends it. */
export async function keepListening({ config, channel, onNotice, onGap, logger }: Listening): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let client: pg.Client | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client(config);
    next.on('notification', ({ payload }) => onNotice(payload ?? ''));
    next.on('error', () => {});
    await next.connect();
    await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    next.once('end', () => void again());
    client = next;
  }

  async function again(): Promise<void> {
    if (stopping.signal.aborted) return;
    logger.warn('The connection that tells of changes broke. Connecting again.');
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      const stopped = await wait(waitMs, false, { signal: stopping.signal }).catch(() => true);
      if (stopped) return;
      try {
        await connect();
        logger.info('The connection that tells of changes is back.');
        return onGap();
      } catch {
        // the database is still away
      }
    }
  }

  await connect();
  return async () => {
    stopping.abort();
    await client?.end();
  };
}
