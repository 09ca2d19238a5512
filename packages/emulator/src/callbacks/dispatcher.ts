import { createLog } from '../store/log.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import { type AttemptParts, attemptCallback } from './attempt-callback.ts';
import type { CallbackJob, CallbackRecord } from './callback-record.ts';
import { refuseTarget } from './refuse-target.ts';

/** Sends callbacks, tries again, and remembers every attempt. */
export interface CallbackDispatcher {
  send(job: CallbackJob): void;
  /** Oldest first. */
  all(): CallbackRecord[];
  clear(): void;
}

/** What {@link createCallbackDispatcher} works with. */
export interface DispatcherParts extends AttemptParts {
  retryDelaysMs: readonly number[];
  allowTargets: readonly string[];
  logLimit: number;
}

type Delivery = { job: CallbackJob; record: CallbackRecord };

export function createCallbackDispatcher(parts: DispatcherParts): CallbackDispatcher {
  const { clock, newId, retryDelaysMs, allowTargets } = parts;
  const log = createLog<CallbackRecord>(parts.logLimit);
  const lanes = new Map<string, Delivery[]>();

  async function attempt(delivery: Delivery): Promise<void> {
    await attemptCallback(parts, delivery.job, delivery.record);
    if (delivery.record.state === 'pending') planRetry(delivery);
  }

  function planRetry(delivery: Delivery): void {
    const delayMs = retryDelaysMs[delivery.record.attempts.length - 1];
    if (delayMs === undefined) {
      delivery.record.state = 'dropped';
      return;
    }
    clock.after(delayMs, () => void clock.track(attempt(delivery)), { background: true });
  }

  /** First attempts go one after the other; a retry does not hold up what comes behind it. */
  async function run(key: string, waiting: Delivery[]): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await attempt(next);
    lanes.delete(key);
  }

  return {
    send(job) {
      const refusal = refuseTarget(job.target, allowTargets);
      const record = createRecord(newId(), job);
      log.add(record);
      if (refusal !== undefined) {
        record.state = 'refused';
        record.attempts.push({ time: toTimestamp(clock.now()), error: refusal });
        return;
      }
      const key = `${job.webhookId ?? job.target}|${job.lane}`;
      const lane = lanes.get(key);
      if (lane) {
        lane.push({ job, record });
        return;
      }
      const waiting = [{ job, record }];
      lanes.set(key, waiting);
      void clock.track(run(key, waiting));
    },
    all: () => log.all(),
    clear() {
      for (const waiting of lanes.values()) waiting.length = 0;
      // One that is out right now must not come back as a retry.
      for (const record of log.all()) if (record.state === 'pending') record.state = 'dropped';
      log.clear();
    },
  };
}

function createRecord(id: string, job: CallbackJob): CallbackRecord {
  return {
    id,
    trigger: job.trigger,
    app_id: job.appId,
    webhook_id: job.webhookId,
    target: job.target,
    state: 'pending',
    headers: {},
    body: job.body,
    event: job.event,
    attempts: [],
  };
}
