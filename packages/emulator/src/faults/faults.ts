import { EmulatorError } from '../emulator-error.ts';
import { createLog } from '../store/index.ts';
import { toTimestamp } from '../time/index.ts';
import { checkFault } from './check-fault.ts';
import type { CallbackEffect, ChannelEffect, Fault, FaultPoint, FaultState, FaultSubject, FiredFault, RequestEffect } from './fault.ts';
import { fits } from './fits.ts';

/** The effects at each point. */
interface Effects {
  request: RequestEffect;
  callback: CallbackEffect;
  channel: ChannelEffect;
}

/** The rules, and what they did. */
export interface Faults {
  /** @throws {@link EmulatorError} for a rule that is not one */
  add(fault: Fault): FaultState;
  all(): FaultState[];
  /** @throws {@link EmulatorError} when there is no such rule */
  remove(id: string): void;
  /** Every fault that happened, oldest first. */
  fired(): FiredFault[];
  /** Is there anything to look out for? Asked before a subject is put together, so that nothing is lost where there are no rules. */
  watches(point: FaultPoint): boolean;
  /** What goes wrong with it, if anything. Of two rules with the same effect the older one counts. */
  strike<P extends FaultPoint>(point: P, subject: FaultSubject): Effects[P] | undefined;
  /** Without rules. */
  removeAll(): void;
  /** As at first: the rules of the presets, and an empty log. */
  reset(): void;
}

/** What {@link createFaults} works with. */
export interface FaultsParts {
  /** Rules that are there at first. */
  initial: readonly Fault[];
  now: () => number;
  random: () => number;
  logLimit: number;
  /** Hears that rules came, went or struck. */
  onChange?: () => void;
}

type Rule = { state: FaultState; point: FaultPoint; endsMs: number };

export function createFaults({ initial, now, random, logLimit, onChange = () => undefined }: FaultsParts): Faults {
  const log = createLog<FiredFault>(logLimit);
  let rules: Rule[] = [];
  let made = 0;

  function add(fault: Fault): FaultState {
    const point = checkFault(fault);
    made += 1;
    const state: FaultState = { ...structuredClone(fault), id: `fault-${made}`, seen: 0, fired: 0 };
    rules.push({ state, point, endsMs: now() + (fault.forMs ?? Number.POSITIVE_INFINITY) });
    onChange();
    return structuredClone(state);
  }

  /** Counts what fits, and says whether it is hit. Chance is asked last, so that rules without a share leave it alone. */
  function hits({ state, endsMs }: Rule, subject: FaultSubject): boolean {
    if (now() >= endsMs || !fits(state.match ?? {}, subject)) return false;
    state.seen += 1;
    if (state.seen <= (state.after ?? 0) || state.fired >= (state.times ?? Number.POSITIVE_INFINITY)) return false;
    if (state.share !== undefined && state.share < 1 && random() >= state.share) return false;
    state.fired += 1;
    return true;
  }

  function reset(): void {
    rules = [];
    log.clear();
    initial.forEach(add);
  }

  reset();
  return {
    add,
    all: () => rules.map(({ state }) => structuredClone(state)),
    remove(id) {
      if (!rules.some(({ state }) => state.id === id))
        throw new EmulatorError(`There is no fault ${id}. It may have been removed already.`);
      rules = rules.filter(({ state }) => state.id !== id);
      onChange();
    },
    fired: () => structuredClone(log.all()),
    watches: (point) => rules.some((rule) => rule.point === point),
    strike<P extends FaultPoint>(point: P, subject: FaultSubject) {
      const struck = rules.filter((rule) => rule.point === point && hits(rule, subject));
      if (struck.length === 0) return undefined;
      for (const { state } of struck) {
        log.add({ fault: state.id, time: toTimestamp(now()), at: point, effect: state.effect, subject });
      }
      onChange();
      return Object.assign({}, ...struck.map(({ state }) => state.effect).reverse()) as Effects[P];
    },
    removeAll() {
      rules = [];
      onChange();
    },
    reset,
  };
}
