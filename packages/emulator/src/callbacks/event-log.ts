import type { WebhookTrigger } from '@convapi/core';
import { createLog } from '../store/index.ts';

/** Something that happened, as a callback would tell it, whether or not a webhook listens. */
export interface EmulatedEvent {
  trigger: WebhookTrigger;
  app_id: string;
  time: string;
  /** Body of the callback. */
  body: Record<string, unknown>;
}

/** All that happened, and a way to hear of it. */
export interface EventLog {
  add(event: EmulatedEvent): void;
  all(): EmulatedEvent[];
  /** Calls `listener` with each new event until the returned function is called. */
  listen(listener: (event: EmulatedEvent) => void): () => void;
  clear(): void;
}

export function createEventLog(limit: number): EventLog {
  const log = createLog<EmulatedEvent>(limit);
  const listeners = new Set<(event: EmulatedEvent) => void>();
  return {
    add(event) {
      log.add(event);
      for (const listener of listeners) listener(event);
    },
    all: () => log.all(),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () => log.clear(),
  };
}
