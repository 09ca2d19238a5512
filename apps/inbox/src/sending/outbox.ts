import { type ConversationClient, recoverSends, type SendLog } from '@convapi/client';
import type { SendMessageRequest } from '@convapi/core';
import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../database/database.ts';
import { isDatabaseAway, plainError } from '../database/errors.ts';
import { sends } from '../database/schema.ts';
import { transact } from '../database/transact.ts';
import type { InboxLogger } from '../inbox-logger.ts';
import type { Jobs } from '../jobs/create-jobs.ts';
import { publish } from '../live/live-hub.ts';
import type { Metrics } from '../observing/metrics.ts';
import { getMessage, setSendState } from '../store/messages.ts';
import { describeSendError } from './describe-send-error.ts';
import { fromMessageMetadata, toMessageMetadata } from './message-metadata.ts';
import { leaseEnd } from './send-log.ts';

/** How many messages one copy of the inbox sends at a time. */
const AT_ONCE = 8;
/** Of the lease: a send that takes longer is cut off while nobody else may take it over yet. */
const LONGEST_SEND = 0.6;
/** Of the lease: how often is looked for sends of copies that are gone. */
const LOOK_EVERY = 0.2;
/** How many conversations are looked after at a time. */
const FORGOTTEN = 100;
/** A job must not come before the wait of its send is over. */
const JOB_AFTER_LEASE_MS = 200;

/** What sends work with. */
export interface OutboxParts {
  db: Database;
  jobs: Jobs;
  /** One made by `withSendLog` with the same log. */
  client: ConversationClient;
  log: SendLog;
  logger: InboxLogger;
  metrics: Metrics;
  leaseMs: number;
  /** Waits before further tries, in milliseconds. After the last a person decides. */
  retriesMs: readonly number[];
}

/** Sends what was queued, by whichever copy of the inbox queued it. */
export interface Outbox {
  /** Waits for what is under way, and takes no more. */
  stop(): Promise<void>;
}

export async function startOutbox(parts: OutboxParts): Promise<Outbox> {
  const { db, jobs, client, log, logger, leaseMs } = parts;
  await jobs.work('send', AT_ONCE, async ({ messageId }) => {
    const request = await claim(db, messageId, leaseMs);
    if (!request) return;
    try {
      await client.messages.send(request, { signal: AbortSignal.timeout(LONGEST_SEND * leaseMs) });
    } catch (error) {
      await conclude(parts, messageId, error);
    }
    parts.metrics.sendSettled();
    await wakeNext(parts, messageId);
  });

  let looking: Promise<void> | undefined;
  const look = async () => {
    try {
      const { failed, unknown } = await recoverSends(client, log);
      for (const { key, error } of [...failed, ...unknown]) await conclude(parts, fromMessageMetadata(key) ?? key, error);
      await wakeForgotten(parts);
    } catch (error) {
      if (!isDatabaseAway(error)) logger.error('Sends of another copy could not be taken over.', plainError(error));
    }
  };
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, LOOK_EVERY * leaseMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}

/** Queues a message that the transaction keeps. */
export async function queueSend(
  tx: Database,
  jobs: Jobs,
  messageId: string,
  request: Omit<SendMessageRequest, 'message_metadata'>,
): Promise<void> {
  const message_metadata = toMessageMetadata(messageId);
  await tx.insert(sends).values({ message_id: messageId, request: JSON.stringify({ ...request, message_metadata }) });
  await jobs.add(tx, 'send', { messageId });
}

/** Queues one again that was given up; false when it was not. One that may have left is looked up first, whoever sends it. */
export async function queueAgain(tx: Database, jobs: Jobs, messageId: string): Promise<boolean> {
  const given = await tx
    .update(sends)
    .set({ state: sql`CASE WHEN ${sends.state} = 'unsure' THEN 'open' ELSE 'queued' END`, attempts: 0, leased_until: null, reason: null })
    .where(and(eq(sends.message_id, messageId), inArray(sends.state, ['failed', 'unsure'])))
    .returning({ id: sends.message_id });
  if (given.length === 0) return false;
  await setSendState(tx, messageId, 'sending', null);
  await jobs.add(tx, 'send', { messageId });
  return true;
}

/**
 * Takes a send for this copy of the inbox, unless another has it, it is settled, or an earlier message of the conversation is
 * on its first try: what is written first arrives first.
 */
async function claim(db: Database, messageId: string, leaseMs: number): Promise<SendMessageRequest | undefined> {
  const earlier = sql`NOT EXISTS (
    SELECT 1 FROM messages m JOIN messages e ON e.conversation_id = m.conversation_id AND e.seq < m.seq AND e.send_state = 'sending'
    JOIN sends s ON s.message_id = e.id AND s.state IN ('queued', 'open') AND s.reason IS NULL
    WHERE m.id = ${messageId})`;
  const [taken] = await db
    .update(sends)
    .set({ leased_until: leaseEnd(leaseMs), attempts: sql`${sends.attempts} + 1` })
    .where(
      and(
        eq(sends.message_id, messageId),
        inArray(sends.state, ['queued', 'open']),
        or(isNull(sends.leased_until), lt(sends.leased_until, sql`clock_timestamp()`)),
        earlier,
      ),
    )
    .returning({ request: sends.request });
  return taken && (JSON.parse(taken.request) as SendMessageRequest);
}

/** Decides what becomes of a send that the service did not take, or perhaps did: another try, or a person's decision. */
async function conclude({ db, jobs, retriesMs, metrics }: OutboxParts, messageId: string, error: unknown): Promise<void> {
  // the send was taken; that this could not be noted is for the next look, which finds it at the service
  if (isDatabaseAway(error)) throw error;
  const failure = describeSendError(error);
  metrics.sendFailed(failure.state);
  await transact(db, async (tx) => {
    const [send] = await tx.select().from(sends).where(eq(sends.message_id, messageId)).for('update');
    if (!send || (send.state !== 'queued' && send.state !== 'open')) return;
    const waitMs = failure.again ? retriesMs[send.attempts - 1] : undefined;
    const text = failure.text.replaceAll('\u0000', '');
    if (waitMs === undefined) {
      const state = send.state === 'open' ? 'unsure' : 'failed';
      await tx.update(sends).set({ state, reason: text, leased_until: null }).where(eq(sends.message_id, messageId));
      await setSendState(tx, messageId, state === 'unsure' ? 'unsure' : 'unsent', text);
    } else {
      await tx
        .update(sends)
        .set({ reason: text, leased_until: leaseEnd(waitMs) })
        .where(eq(sends.message_id, messageId));
      await setSendState(tx, messageId, 'sending', text);
      await jobs.add(tx, 'send', { messageId }, waitMs + JOB_AFTER_LEASE_MS);
    }
    const message = await getMessage(tx, messageId);
    if (message) await publish(tx, 'conversation', { conversationId: message.conversation_id });
  });
}

/**
 * A copy that was killed may have left a conversation in which the first message went out, and nobody told the next. The job of
 * one that is not forgotten comes once more, which does no harm.
 */
async function wakeForgotten({ db, jobs }: OutboxParts): Promise<void> {
  const first = await rowsOf<{ id: string }>(
    db,
    sql`SELECT DISTINCT ON (m.conversation_id) m.id FROM sends s JOIN messages m ON m.id = s.message_id
        WHERE s.state = 'queued' AND s.leased_until IS NULL ORDER BY m.conversation_id, m.seq LIMIT ${FORGOTTEN}`,
  );
  for (const { id } of first) await jobs.add(db, 'send', { messageId: id });
  if (first.length > 0) jobs.wake('send');
}

/** Others of the conversation may have waited for this one. */
async function wakeNext({ db, jobs }: OutboxParts, messageId: string): Promise<void> {
  const next = await rowsOf<{ id: string }>(
    db,
    sql`SELECT n.id FROM messages m JOIN messages n ON n.conversation_id = m.conversation_id AND n.seq > m.seq AND n.send_state = 'sending'
        JOIN sends s ON s.message_id = n.id AND s.state = 'queued' AND s.attempts = 0
        WHERE m.id = ${messageId} ORDER BY n.seq LIMIT 1`,
  );
  for (const { id } of next) await jobs.add(db, 'send', { messageId: id });
  if (next.length > 0) jobs.wake('send');
}
