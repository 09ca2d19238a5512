import type { Plan } from '../jobs/index.ts';
import { createLog, createQueue, type NoteFor, type Part, type Queue } from '../store/index.ts';
import { toTimestamp } from '../time/index.ts';
import { type AttemptParts, attemptCallback } from './attempt-callback.ts';
import type { CallbackAttempt, CallbackJob, CallbackOrigin, CallbackRecord } from './callback-record.ts';
import { createPacer } from './pacer.ts';
import type { TargetOf } from './targets.ts';

/** Sends callbacks, tries again, and remembers every attempt. */
export interface CallbackDispatcher {
  /**
   * @param event the body, parsed
   * @param origin where it comes from, if nothing happened just now
   */
  send(job: CallbackJob, event: Record<string, unknown>, origin?: CallbackOrigin): CallbackRecord;
  /** Hands over once more a callback that is over, in the same record; `job` says to whom, and which others it waits for. */
  resend(record: CallbackRecord, job: CallbackJob): void;
  /** Tries one again. */
  retry(callbackId: string): void;
  /** Oldest first. */
  all(): CallbackRecord[];
  find(callbackId: string): CallbackRecord | undefined;
  /** Callbacks that nobody has taken yet, for whoever writes them down. */
  part: Part;
  /** Sends those that were read back, but for those of `planned` whose retry is planned for later. */
  resume(planned: ReadonlySet<string>): void;
  clear(): void;
}

/** The next attempt of a callback. */
export interface RetryJob {
  kind: 'retry-callback';
  callbackId: string;
}

/** What {@link createCallbackDispatcher} works with. */
export interface DispatcherParts extends AttemptParts {
  plan: Plan<RetryJob>;
  retryDelaysMs: readonly number[];
  /** Callbacks per second of each app; 0 for no limit. */
  perSecond: number;
  targetOf: TargetOf;
  logLimit: number;
  noteFor: NoteFor;
  /** Resolves when all that led to a callback is written down: nobody should hear of what a crash undoes. */
  committed: () => Promise<void> | undefined;
  /** Hears of a callback that is new or was tried. @returns the number of the change */
  onChange: (record: CallbackRecord) => number;
}

type Delivery = { job: CallbackJob; record: CallbackRecord };

/** A callback as it is written down. */
interface Row {
  job: CallbackJob;
  attempts: CallbackAttempt[];
  /** Absent where an earlier version wrote it. */
  time?: string;
  origin?: CallbackOrigin;
}

export function createCallbackDispatcher(parts: DispatcherParts): CallbackDispatcher {
  const { clock, plan, newId, retryDelaysMs, targetOf, committed, onChange } = parts;
  const note = parts.noteFor('callbacks');
  const log = createLog<CallbackRecord>(parts.logLimit);
  const pacer = createPacer(clock, parts.perSecond);
  const open = new Map<string, Delivery>();
  const lanes = new Map<string, Queue<Delivery>>();

  async function attempt(delivery: Delivery): Promise<void> {
    const { record } = delivery;
    const isForgotten = () => open.get(record.id) !== delivery;
    try {
      await committed();
    } catch {
      // What led to it could not be stored, and did not happen.
      return;
    }
    if (isForgotten()) return;
    // Asked here, and not only when it is new: it may have come from a snapshot or a folder that another emulator wrote.
    const { refusal } = targetOf(delivery.job.target);
    if (refusal !== undefined) {
      refuse(record, refusal);
      close(record.id);
      onChange(record);
      return;
    }
    await attemptCallback(parts, delivery.job, record);
    // While it was out.
    if (isForgotten()) return;
    if (record.state === 'pending') planRetry(delivery);
    else close(record.id);
    onChange(record);
  }

  function refuse(record: CallbackRecord, reason: string): void {
    record.state = 'refused';
    record.attempts.push({ time: toTimestamp(clock.now()), error: reason });
  }

  function planRetry({ job, record }: Delivery): void {
    const delayMs = retryDelaysMs[record.attempts.length - 1];
    if (delayMs === undefined) {
      record.state = 'dropped';
      close(record.id);
      return;
    }
    note(record.id, toRow({ job, record }));
    plan({ kind: 'retry-callback', callbackId: record.id }, delayMs, { background: true });
  }

  function add(record: CallbackRecord): void {
    log.add(record);
    record.seq = onChange(record);
  }

  function begin(delivery: Delivery): void {
    open.set(delivery.record.id, delivery);
    note(delivery.record.id, toRow(delivery));
    enqueue(delivery);
  }

  function close(id: string): void {
    open.delete(id);
    note(id, undefined);
  }

  /** First attempts go one after the other; a retry does not hold up what comes behind it. */
  function goOn(key: string, lane: Queue<Delivery>): void {
    const next = lane.shift();
    if (!next) {
      if (lanes.get(key) === lane) lanes.delete(key);
      return;
    }
    pacer.run(next.job.appId, () => void clock.track(attempt(next).then(() => goOn(key, lane))));
  }

  function enqueue(delivery: Delivery): void {
    const { webhookId, target, lane: name } = delivery.job;
    const key = `${webhookId ?? target}|${name}`;
    const lane = lanes.get(key);
    if (lane) {
      lane.push(delivery);
      return;
    }
    const started = createQueue<Delivery>();
    started.push(delivery);
    lanes.set(key, started);
    goOn(key, started);
  }

  function clear(): void {
    for (const waiting of lanes.values()) waiting.clear();
    lanes.clear();
    for (const { record } of open.values()) {
      // One that is out right now must not come back as a retry.
      record.state = 'dropped';
      note(record.id, undefined);
    }
    open.clear();
    pacer.clear();
    log.clear();
  }

  return {
    send(job, event, origin = {}) {
      const { refusal } = targetOf(job.target);
      const record = createRecord(newId(), job, event, { attempts: [], time: toTimestamp(clock.now()), origin });
      add(record);
      if (refusal === undefined) begin({ job, record });
      else refuse(record, refusal);
      return record;
    },
    resend(record, job) {
      record.state = 'pending';
      onChange(record);
      begin({ job, record });
    },
    retry(callbackId) {
      const delivery = open.get(callbackId);
      if (delivery) pacer.run(delivery.job.appId, () => void clock.track(attempt(delivery)));
    },
    all: () => log.all(),
    find: (callbackId) => log.all().findLast(({ id }) => id === callbackId),
    part: {
      name: 'callbacks',
      rows: () => [...open].map(([id, delivery]) => [id, toRow(delivery)] as const),
      restore(id, row) {
        const { job, attempts, time = toTimestamp(clock.now()), origin = {} } = row as Row;
        const record = createRecord(id, job, JSON.parse(job.body) as Record<string, unknown>, { attempts, time, origin });
        add(record);
        open.set(id, { job, record });
        note(id, row);
      },
      clear,
    },
    resume(planned) {
      for (const [id, delivery] of open) if (!planned.has(id)) enqueue(delivery);
    },
    clear,
  };
}

function toRow({ job, record: { attempts, time, resend_of, sample } }: Delivery): Row {
  const origin = { ...(resend_of === undefined ? {} : { resend_of }), ...(sample ? { sample } : {}) };
  return { job, attempts, time, origin };
}

function createRecord(
  id: string,
  job: CallbackJob,
  event: Record<string, unknown>,
  { attempts, time, origin }: Required<Pick<Row, 'attempts' | 'time' | 'origin'>>,
): CallbackRecord {
  return {
    seq: 0,
    id,
    trigger: job.trigger,
    app_id: job.appId,
    webhook_id: job.webhookId,
    target: job.target,
    time,
    state: 'pending',
    headers: {},
    body: job.body,
    event,
    attempts,
    ...origin,
  };
}
