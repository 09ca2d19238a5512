import type { AfterOptions, Timer } from './clock.ts';

/** Tasks that run at a moment to come. */
export interface Plans {
  add(delayMs: number, task: () => void, options: AfterOptions): Timer;
  /** The plan that falls due first, if that is by `targetMs`. */
  next(targetMs: number): Plan | undefined;
  /** Does a plan now. */
  fire(plan: Plan): void;
  /** Sets the timers anew after the time was moved. */
  rearm(): void;
  /** Is there a plan that somebody should wait for? */
  hasForeground(): boolean;
  clear(): void;
}

export interface Plan {
  due: number;
  task: () => void;
  background: boolean;
  handle: NodeJS.Timeout | undefined;
}

/** Longest delay that setTimeout takes; it fires at once when given more. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

/**
 * @param run runs a task and keeps its errors from the others
 * @param onChange hears that there are fewer plans
 */
export function createPlans(now: () => number, run: (task: () => void) => void, onChange: () => void): Plans {
  const plans = new Set<Plan>();

  function fire(plan: Plan): void {
    clearTimeout(plan.handle);
    if (!plans.delete(plan)) return;
    run(plan.task);
    onChange();
  }

  function arm(plan: Plan): void {
    clearTimeout(plan.handle);
    const wait = Math.min(Math.max(plan.due - now(), 0), LONGEST_TIMEOUT_MS);
    plan.handle = setTimeout(() => (wait === LONGEST_TIMEOUT_MS ? arm(plan) : fire(plan)), wait);
    // A planned retry must not keep a test runner or a script alive.
    if (plan.background) plan.handle.unref();
  }

  return {
    add(delayMs, task, { background = false }) {
      const plan: Plan = { due: now() + delayMs, task, background, handle: undefined };
      plans.add(plan);
      arm(plan);
      return {
        cancel() {
          clearTimeout(plan.handle);
          if (plans.delete(plan)) onChange();
        },
      };
    },
    next: (targetMs) => [...plans].filter((plan) => plan.due <= targetMs).sort((a, b) => a.due - b.due)[0],
    fire,
    rearm: () => plans.forEach(arm),
    hasForeground: () => [...plans].some((plan) => !plan.background),
    clear() {
      for (const plan of plans) clearTimeout(plan.handle);
      plans.clear();
    },
  };
}
