import type { SendLog } from '@convapi/client';
import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { sends } from '../database/schema.ts';
import { transact } from '../database/transact.ts';
import { publish } from '../live/live-hub.ts';
import { confirmMessage, getMessage } from '../store/messages.ts';
import { fromMessageMetadata, toMessageMetadata } from './message-metadata.ts';

/** Until then a send belongs to the copy of the inbox that took it. Longer than a send with all its tries, look-ups and waits. */
export const LEASE_MS = 75_000;
/** How many of another copy's sends are taken over at a time: all of them have to be done within one lease. */
const TAKE_OVER = 10;

/** The log of sends in the database: rows are made by the transaction that keeps the message, so `begin` only ever finds them. */
export function createSendLog(db: Database, leaseMs: number): SendLog {
  return {
    async begin({ key, begunAtMs }) {
      const id = idOf(key);
      const [begun] = await db
        .update(sends)
        .set({ state: 'open', begun_at: new Date(begunAtMs), reason: null })
        .where(and(eq(sends.message_id, id), eq(sends.state, 'queued')))
        .returning({ id: sends.message_id });
      if (begun) return { state: 'new' };
      const [known] = await db.select().from(sends).where(eq(sends.message_id, id));
      if (known?.state === 'open') return { state: 'open', begunAtMs: known.begun_at?.getTime() ?? begunAtMs };
      if (known?.state === 'sent')
        return { state: 'sent', message_id: known.wire_id ?? undefined, accepted_time: known.accepted_time ?? undefined };
      // deleted with its person, or given up by somebody else in this moment
      throw new Error(`The send ${id} is not to be done any more.`);
    },
    async settle(key, outcome) {
      const id = idOf(key);
      if (outcome.state === 'sent') return settleSent(db, id, outcome.message_id ?? '', outcome.accepted_time);
      // It surely did not leave. Whether it is tried again is decided by who asked for it.
      await db
        .update(sends)
        .set({ state: 'queued', reason: outcome.reason })
        .where(and(eq(sends.message_id, id), eq(sends.state, 'open')));
    },
    async open() {
      const lost = db
        .select({ id: sends.message_id })
        .from(sends)
        .where(and(inArray(sends.state, ['queued', 'open']), lt(sends.leased_until, sql`clock_timestamp()`)))
        .orderBy(asc(sends.leased_until))
        .limit(TAKE_OVER)
        .for('update', { skipLocked: true });
      const taken = await db
        .update(sends)
        .set({ leased_until: leaseEnd(leaseMs), attempts: sql`${sends.attempts} + 1` })
        .where(inArray(sends.message_id, lost))
        .returning();
      return taken.map(({ message_id, request, begun_at }) => ({
        key: toMessageMetadata(message_id),
        request: JSON.parse(request),
        begunAtMs: begun_at?.getTime() ?? 0,
      }));
    },
  };
}

/** The end of a lease that begins now, by the clock of the database. */
export function leaseEnd(leaseMs: number) {
  return sql`clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'`;
}

/** That the service has it, and the message with its id: both or neither. */
async function settleSent(db: Database, id: string, wireId: string, acceptedTime: string | undefined): Promise<void> {
  await transact(db, async (tx) => {
    await tx
      .update(sends)
      .set({ state: 'sent', wire_id: wireId, accepted_time: acceptedTime ?? null, reason: null, leased_until: null })
      .where(eq(sends.message_id, id));
    if (wireId !== '') await confirmMessage(tx, id, wireId);
    const message = await getMessage(tx, id);
    if (message) await publish(tx, 'conversation', { conversationId: message.conversation_id });
  });
}

function idOf(key: string): string {
  return fromMessageMetadata(key) ?? key;
}
