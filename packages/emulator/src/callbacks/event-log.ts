import type { WebhookTrigger } from '@convapi/core';
import { createLog } from '../store/index.ts';

/** Something that happened, as a callback would tell it, whether or not a webhook listens. */
export interface EmulatedEvent {
  /** When it happened among all that does: what comes later has a higher number. A cursor for waits and for the stream. */
  seq: number;
  trigger: WebhookTrigger;
  app_id: string;
  time: string;
  /** Body of the callback. */
  body: Record<string, unknown>;
}

/** All that happened, and a way to hear of it. */
export interface EventLog {
  add(event: Omit<EmulatedEvent, 'seq'>): void;
  all(): EmulatedEvent[];
  /** Those behind a cursor, oldest first; `undefined` where some of them may be forgotten. */
  since(seq: number): EmulatedEvent[] | undefined;
  /** Calls `listener` with each new event until the returned function is called. */
  listen(listener: (event: EmulatedEvent) => void): () => void;
  clear(): void;
}

/** @param number hears of each event, and gives it its number; by default they are counted */
export function createEventLog(limit: number, number: (event: EmulatedEvent) => number = createCounter()): EventLog {
  const log = createLog<EmulatedEvent>(limit);
  let added = 0;
  const listeners = new Set<(event: EmulatedEvent) => void>();
  return {
    add({ trigger, app_id, time, body }) {
      const event: EmulatedEvent = { seq: 0, trigger, app_id, time, body };
      event.seq = number(event);
      log.add(event);
      added += 1;
      for (const listener of listeners) listener(event);
    },
    all: () => log.all(),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    since(seq) {
      const kept = log.all();
      const [oldest] = kept;
      if (oldest && added > kept.length && seq < oldest.seq) return undefined;
      return kept.filter((event) => event.seq > seq);
    },
    clear() {
      log.clear();
      added = 0;
    },
  };
}

function createCounter(): () => number {
  let count = 0;
  return () => ++count;
}
