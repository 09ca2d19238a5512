import type { InboxCallback } from '../index.ts';

/** Every callback so far, and a way to wait for one. */
export interface CallbackLog {
  all: InboxCallback[];
  add(callback: InboxCallback): void;
  /** Resolves when a callback fits, also one that is here already; rejects after the limit. */
  waitFor(what: string, fits: (callback: InboxCallback) => boolean, count?: number): Promise<void>;
}

const LIMIT_MS = 30_000;

export function createCallbackLog(): CallbackLog {
  const all: InboxCallback[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add(callback) {
      all.push(callback);
      for (const look of waiting) look();
    },
    waitFor: (what, fits, count = 1) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`No callback within ${LIMIT_MS / 1000} s: ${what}.`));
        }, LIMIT_MS);
        const look = () => {
          if (all.filter(fits).length < count) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
