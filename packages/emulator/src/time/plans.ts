import { createHeap } from './heap.ts';
import { LONGEST_TIMEOUT_MS } from './limits.ts';
import type { AfterOptions, Timer } from './timer.ts';

/** Tasks that run at a moment to come. */
export interface Plans {
  add(delayMs: number, task: () => void, options: AfterOptions): Timer;
  /** The plan that falls due first, if that is by `targetMs`. */
  next(targetMs: number): Plan | undefined;
  /** Does a plan now. */
  fire(plan: Plan): void;
  /** Sets the timer anew after the time was moved. */
  rearm(): void;
  /** Is there a plan that somebody should wait for? */
  hasForeground(): boolean;
  clear(): void;
}

export interface Plan {
  due: number;
  /** Plans that fall due together go in the order they were made. */
  order: number;
  task: () => void;
  background: boolean;
  isOver: boolean;
}

/**
 * One timer for all plans, set to the first of them.
 *
 * @param run runs a task and keeps its errors from the others
 * @param onChange hears that there are fewer plans
 */
export function createPlans(now: () => number, run: (task: () => void) => void, onChange: () => void): Plans {
  const plans = createHeap<Plan>((a, b) => a.due < b.due || (a.due === b.due && a.order < b.order));
  let foreground = 0;
  let made = 0;
  let handle: NodeJS.Timeout | undefined;
  let armedFor = Number.POSITIVE_INFINITY;
  let isFiring = false;

  /** Cancelled ones leave when they come first. */
  function first(): Plan | undefined {
    for (let plan = plans.first(); plan; plan = plans.first()) {
      if (!plan.isOver) return plan;
      plans.shift();
    }
    return undefined;
  }

  function end(plan: Plan): void {
    plan.isOver = true;
    if (!plan.background) foreground -= 1;
  }

  function fire(plan: Plan): void {
    if (plan.isOver) return;
    end(plan);
    run(plan.task);
    onChange();
  }

  /** Where an injected clock stands still, a plan goes ahead all the same once its time has passed here. */
  function fireDue(byMs: number): void {
    isFiring = true;
    // What these plan anew waits for the next round, however short its delay, so that others get a turn.
    const last = made;
    for (let plan = first(); plan && plan.due <= byMs && plan.order <= last; plan = first()) fire(plan);
    isFiring = false;
    rearm();
  }

  function rearm(): void {
    clearTimeout(handle);
    const plan = first();
    armedFor = plan ? plan.due : Number.POSITIVE_INFINITY;
    if (!plan) return;
    const wait = Math.max(plan.due - now(), 0);
    handle = setTimeout(() => fireDue(wait > LONGEST_TIMEOUT_MS ? now() : Math.max(plan.due, now())), Math.min(wait, LONGEST_TIMEOUT_MS));
    // A planned retry must not keep a test runner or a script alive.
    if (foreground === 0) handle.unref();
  }

  return {
    add(delayMs, task, { background = false }) {
      made += 1;
      const plan: Plan = { due: now() + delayMs, order: made, task, background, isOver: false };
      plans.push(plan);
      if (!background) foreground += 1;
      if (plan.due < armedFor && !isFiring) rearm();
      else if (!background) handle?.ref();
      return {
        cancel() {
          if (plan.isOver) return;
          end(plan);
          if (!isFiring) rearm();
          onChange();
        },
      };
    },
    next(targetMs) {
      const plan = first();
      return plan && plan.due <= targetMs ? plan : undefined;
    },
    fire,
    rearm,
    hasForeground: () => foreground > 0,
    clear() {
      clearTimeout(handle);
      armedFor = Number.POSITIVE_INFINITY;
      // Marked, because whoever planned them may still cancel them.
      for (let plan = plans.shift(); plan; plan = plans.shift()) plan.isOver = true;
      foreground = 0;
    },
  };
}
