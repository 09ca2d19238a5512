import type { LiveEvent } from './views.ts';

/** Passes on what changed to every page that listens. */
export interface LiveHub {
  publish(event: LiveEvent): void;
  /** Calls `listener` for each event, `end` when the inbox closes; the function given back stops both. */
  subscribe(listener: (event: LiveEvent) => void, end: () => void): () => void;
  close(): void;
}

export function createLiveHub(): LiveHub {
  const listeners = new Map<(event: LiveEvent) => void, () => void>();
  return {
    publish(event) {
      for (const listener of listeners.keys()) listener(event);
    },
    subscribe(listener, end) {
      listeners.set(listener, end);
      return () => listeners.delete(listener);
    },
    close() {
      for (const end of listeners.values()) end();
      listeners.clear();
    },
  };
}
