import type { WebhookTrigger } from '@convapi/core';
import { signWebhook } from '@convapi/webhook-verifier';
import { createLog } from '../store/log.ts';
import type { Clock } from '../time/clock.ts';
import { toTimestamp } from '../time/to-timestamp.ts';
import type { CallbackRecord } from './callback-record.ts';
import type { Poster } from './poster.ts';
import { refuseTarget } from './refuse-target.ts';

/** A callback that has to go out. */
export interface CallbackJob {
  trigger: WebhookTrigger;
  appId: string;
  webhookId: string | null;
  target: string;
  secret: string | undefined;
  /** Callbacks of one webhook and one lane keep their order. */
  lane: string;
  event: Record<string, unknown>;
  body: string;
}

/** Sends callbacks, tries again, and remembers every attempt. */
export interface CallbackDispatcher {
  send(job: CallbackJob): void;
  /** Oldest first. */
  all(): CallbackRecord[];
  clear(): void;
}

/** What {@link createCallbackDispatcher} works with. */
export interface DispatcherParts {
  clock: Clock;
  newId: () => string;
  poster: Poster;
  retryDelaysMs: readonly number[];
  allowTargets: readonly string[];
  logLimit: number;
}

type Delivery = { job: CallbackJob; record: CallbackRecord };

export function createCallbackDispatcher(parts: DispatcherParts): CallbackDispatcher {
  const { clock, newId, poster, retryDelaysMs, allowTargets } = parts;
  const log = createLog<CallbackRecord>(parts.logLimit);
  const lanes = new Map<string, Delivery[]>();

  async function attempt({ job, record }: Delivery): Promise<void> {
    const time = toTimestamp(clock.now());
    // A new nonce and time for each attempt: a receiver that remembers nonces would refuse the repeat of one that it failed on.
    record.headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(job.body)),
      'user-agent': 'convapi-emulator',
      ...(job.secret ? await sign(job.body, job.secret) : {}),
    };
    try {
      const status = await poster.post(job.target, record.headers, job.body);
      record.attempts.push({ time, status });
      if (status >= 200 && status < 300) record.state = 'delivered';
      else if (status !== 429 && status < 500) record.state = 'dropped';
    } catch (error) {
      record.attempts.push({ time, error: error instanceof Error ? error.message : String(error) });
    }
    if (record.state === 'pending') planRetry({ job, record });
  }

  function sign(body: string, secret: string): Promise<Record<string, string>> {
    return signWebhook({ body, secret, nonce: newId(), timestamp: Math.floor(clock.now() / 1000) });
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
