import { EmulatorError } from '../emulator-error.ts';
import { onAbort } from '../on-abort.ts';
import { LATEST_MS } from './limits.ts';
import { createPlans } from './plans.ts';
import { createTaskQueue } from './task-queue.ts';
import type { AfterOptions, Timer } from './timer.ts';

/** The one place that knows the time and starts work later. */
export interface Clock {
  /** Milliseconds since 1970, moved forward by {@link Clock.advance}. */
  now(): number;
  /** Runs `task` once `delayMs` have passed. */
  after(delayMs: number, task: () => void, options?: AfterOptions): Timer;
  /** Counts work that is under way, such as a request that has not been answered. */
  track<T>(work: Promise<T>): Promise<T>;
  /** How far the time was moved, in milliseconds. */
  offsetMs(): number;
  /** Moves the time forward to this moment, if it is behind, without running anything. */
  catchUp(ms: number): void;
  /** Moves the time forward and runs, in order, what falls due on the way. @throws {@link EmulatorError} when it is rewound meanwhile */
  advance(ms: number): Promise<void>;
  /** Takes back every move: the time is that of `now` again. */
  rewind(): void;
  /** Resolves when nothing is under way and nothing but background timers is planned; rejects when `signal` ends the wait. */
  idle(signal?: AbortSignal): Promise<void>;
  /** Forgets every plan. */
  clear(): void;
}

/**
 * A clock on real time, or on an injected `now`.
 *
 * @param onError hears what a task threw; the other tasks go on
 * @param onMove hears that the time was moved
 */
export function createClock(realNow: () => number, onError: (error: unknown) => void, onMove: () => void = () => undefined): Clock {
  let offset = 0;
  /** Counts how often the time was rewound. */
  let rewound = 0;
  let underWay = 0;
  const waiters = new Set<() => void>();

  const now = () => realNow() + offset;
  const queue = createTaskQueue(run, settle);
  const plans = createPlans(now, run, settle);
  const isQuiet = () => underWay === 0 && queue.isEmpty();
  const isIdle = () => isQuiet() && !plans.hasForeground();

  function moveTo(ms: number): void {
    if (ms <= now()) return;
    offset += ms - now();
    onMove();
  }

  function run(task: () => void): void {
    try {
      task();
    } catch (error) {
      onError(error);
    }
  }

  function settle(): void {
    if (waiters.size === 0 || !isIdle()) return;
    const ready = [...waiters];
    waiters.clear();
    for (const resolve of ready) resolve();
  }

  async function track<T>(work: Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await work;
    } finally {
      underWay -= 1;
      // After the continuation of whoever awaits the work, which may plan more.
      if (waiters.size > 0) setImmediate(settle);
    }
  }

  async function advance(ms: number): Promise<void> {
    const before = rewound;
    const settled = async () => {
      await until(isQuiet);
      if (rewound !== before) throw new EmulatorError('The time was not moved: what happened on the way could not be stored.');
    };
    await settled();
    const target = now() + ms;
    for (let plan = plans.next(target); plan; plan = plans.next(target)) {
      moveTo(plan.due);
      plans.fire(plan);
      await settled();
    }
    moveTo(target);
    plans.rearm();
  }

  function idle(signal?: AbortSignal): Promise<void> {
    if (isIdle()) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = onAbort(signal, (reason) => {
        waiters.delete(finish);
        reject(reason);
      });
      function finish(): void {
        stop();
        resolve();
      }
      waiters.add(finish);
    });
  }

  return {
    now,
    after: (delayMs, task, options = {}) => (delayMs <= 0 ? queue.add(task) : plans.add(delayMs, task, options)),
    track,
    offsetMs: () => offset,
    catchUp(ms) {
      moveTo(Math.min(ms, LATEST_MS));
      plans.rearm();
    },
    advance,
    rewind() {
      offset = 0;
      rewound += 1;
    },
    idle,
    clear() {
      plans.clear();
      queue.clear();
      settle();
    },
  };
}

/** Looks again after each round of the event loop: what is under way are short calls on this machine. */
function until(condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => (condition() ? resolve() : void setImmediate(look));
    look();
  });
}
