/** Something that will happen at a moment of the emulator's time. */
export interface Timer {
  cancel(): void;
}

/** Options of {@link Clock.after}. */
export interface AfterOptions {
  /** True for what nobody should wait for, such as a retry in five seconds: {@link Clock.idle} looks past it. */
  background?: boolean;
}

/** The one place that knows the time and starts work later. */
export interface Clock {
  /** Milliseconds since 1970, moved forward by {@link Clock.advance}. */
  now(): number;
  /** Runs `task` once `delayMs` have passed. */
  after(delayMs: number, task: () => void, options?: AfterOptions): Timer;
  /** Counts work that is under way, such as a request that has not been answered. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Moves the time forward and runs, in order, what falls due on the way. */
  advance(ms: number): Promise<void>;
  /** Resolves when nothing is under way and nothing but background timers is planned. */
  idle(): Promise<void>;
  /** Forgets every plan. */
  clear(): void;
}

interface Plan {
  due: number;
  task: () => void;
  background: boolean;
  handle: NodeJS.Timeout | undefined;
}

/** Longest delay that setTimeout takes; it fires at once when given more. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * A clock on real time, or on an injected `now`.
 *
 * Tasks without delay run in a queue of their own: a timer for each would cost more than the work itself under load.
 *
 * @param onError hears what a task threw; the other tasks go on
 */
export function createClock(realNow: () => number, onError: (error: unknown) => void): Clock {
  let offset = 0;
  let underWay = 0;
  let queue: (() => void)[] = [];
  let draining = false;
  const plans = new Set<Plan>();
  let waiters: (() => void)[] = [];

  const now = () => realNow() + offset;
  const isIdle = () => underWay === 0 && queue.length === 0 && ![...plans].some((plan) => !plan.background);

  function settle(): void {
    if (waiters.length === 0 || !isIdle()) return;
    const ready = waiters;
    waiters = [];
    for (const resolve of ready) resolve();
  }

  function drain(): void {
    draining = false;
    const ready = queue;
    queue = [];
    for (const task of ready) run(task);
    settle();
  }

  function run(task: () => void): void {
    try {
      task();
    } catch (error) {
      onError(error);
    }
  }

  function enqueue(task: () => void): Timer {
    queue.push(task);
    if (!draining) {
      draining = true;
      setImmediate(drain);
    }
    return {
      cancel() {
        queue = queue.filter((other) => other !== task);
        settle();
      },
    };
  }

  function fire(plan: Plan): void {
    clearTimeout(plan.handle);
    if (!plans.delete(plan)) return;
    run(plan.task);
    settle();
  }

  function arm(plan: Plan): void {
    const wait = Math.min(Math.max(plan.due - now(), 0), LONGEST_TIMEOUT_MS);
    plan.handle = setTimeout(() => (wait === LONGEST_TIMEOUT_MS ? arm(plan) : fire(plan)), wait);
    // A planned retry must not keep a test runner or a script alive.
    if (plan.background) plan.handle.unref();
  }

  function after(delayMs: number, task: () => void, { background = false }: AfterOptions = {}): Timer {
    if (delayMs <= 0) return enqueue(task);
    const plan: Plan = { due: now() + delayMs, task, background, handle: undefined };
    plans.add(plan);
    arm(plan);
    return {
      cancel() {
        clearTimeout(plan.handle);
        plans.delete(plan);
        settle();
      },
    };
  }

  /** Work under way and tasks without delay; timers do not count, whoever waits for them moves the time. */
  function quiet(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => (underWay === 0 && queue.length === 0 ? resolve() : void setImmediate(look));
      look();
    });
  }

  async function advance(ms: number): Promise<void> {
    await quiet();
    const target = now() + ms;
    for (;;) {
      const next = [...plans].filter((plan) => plan.due <= target).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      offset += Math.max(next.due - now(), 0);
      fire(next);
      await quiet();
    }
    offset += Math.max(target - now(), 0);
    for (const plan of plans) {
      clearTimeout(plan.handle);
      arm(plan);
    }
  }

  return {
    now,
    after,
    async track(work) {
      underWay += 1;
      try {
        return await work;
      } finally {
        underWay -= 1;
        // After the continuation of whoever awaits the work, which may plan more.
        if (waiters.length > 0) setImmediate(settle);
      }
    },
    advance,
    idle: () => new Promise((resolve) => (isIdle() ? resolve() : void waiters.push(resolve))),
    clear() {
      for (const plan of plans) clearTimeout(plan.handle);
      plans.clear();
      queue = [];
      settle();
    },
  };
}
