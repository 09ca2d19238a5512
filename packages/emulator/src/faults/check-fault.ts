import { CHANNELS, REASON_CODES, WEBHOOK_TRIGGERS } from '@convapi/core';
import { EmulatorError } from '../emulator-error.ts';
import type { Fault, FaultPoint } from './fault.ts';

type Check = (value: unknown) => string | undefined;

/** Longest wait in real time: clients have long given up by then. */
const LONGEST_WAIT_MS = 600_000;

const MATCH: Readonly<Record<string, Check>> = {
  operation: isText,
  method: isText,
  path: isText,
  trigger: isOneOf(WEBHOOK_TRIGGERS),
  channel: isOneOf(CHANNELS),
  identity: isText,
  app_id: isText,
};

const EFFECTS: Readonly<Record<FaultPoint, Readonly<Record<string, Check>>>> = {
  request: {
    latencyMs: isDuration(LONGEST_WAIT_MS),
    status: isWhole(200, 599),
    message: isText,
    retryAfterS: isWhole(0, 1_000_000),
    reset: isOneOf(['before', 'after', 'midway']),
    truncate: isOneOf([true]),
    slowBodyMs: isWhole(1, LONGEST_WAIT_MS),
    token: isOneOf(['expire', 'revoke']),
    tokenLifetimeS: isWhole(0, 1_000_000),
  },
  callback: {
    duplicate: isWhole(1, 100),
    reorder: isOneOf([true]),
    lateMs: isDuration(Number.MAX_SAFE_INTEGER),
    wrongSignature: isOneOf([true]),
    lose: isOneOf([true]),
  },
  channel: { outage: isOneOf(['silence', ...REASON_CODES]) },
};

const RULE: Readonly<Record<string, Check>> = {
  effect: isObject,
  match: isObject,
  share: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? undefined : 'a number from 0 to 1'),
  after: isWhole(0, Number.MAX_SAFE_INTEGER),
  times: isWhole(0, Number.MAX_SAFE_INTEGER),
  forMs: isWhole(1, Number.MAX_SAFE_INTEGER),
};

/** Parts of a match that only one kind of effect knows. */
const ONLY: Readonly<Record<string, FaultPoint>> = { operation: 'request', method: 'request', path: 'request', trigger: 'callback' };

/**
 * Looks a rule over: one with a misspelt field would hit everything, or nothing.
 *
 * @returns where it happens
 * @throws {@link EmulatorError} naming the field that is wrong
 */
export function checkFault(fault: Fault): FaultPoint {
  checkFields('', fault, RULE);
  if (fault.effect === undefined)
    throw new EmulatorError('The fault has no effect. Say what goes wrong, e.g. { effect: { status: 503 } }.');
  const point = pointOf(fault);
  checkFields('effect.', fault.effect, EFFECTS[point]);
  checkFields('match.', fault.match ?? {}, MATCH);
  const stray = Object.keys(fault.match ?? {}).find((name) => (ONLY[name] ?? point) !== point);
  if (stray !== undefined) {
    throw new EmulatorError(`The fault has match.${stray}, which fits ${ONLY[stray]}s only, with an effect on ${point}s. Leave it out.`);
  }
  return point;
}

function pointOf({ effect }: Fault): FaultPoint {
  const names = Object.keys(effect);
  const points = Object.keys(EFFECTS) as FaultPoint[];
  const touched = points.filter((point) => names.some((name) => Object.hasOwn(EFFECTS[point], name)));
  const [point] = touched;
  if (touched.length > 1) throw new EmulatorError(`The fault mixes effects on ${touched.join('s and ')}s. Make a rule of each.`);
  if (point === undefined) throw new EmulatorError(`The fault has no effect that is known. There are ${allEffects()}.`);
  return point;
}

function allEffects(): string {
  return Object.values(EFFECTS)
    .flatMap((checks) => Object.keys(checks))
    .join(', ');
}

function checkFields(prefix: string, value: object, checks: Readonly<Record<string, Check>>): void {
  for (const [name, part] of Object.entries(value)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (!check)
      throw new EmulatorError(`The fault has ${prefix}${name}, which is not known here. There are ${Object.keys(checks).join(', ')}.`);
    const wanted = part === undefined ? undefined : check(part);
    if (wanted !== undefined) throw new EmulatorError(`The fault has a wrong ${prefix}${name}. Use ${wanted}.`);
  }
}

function isText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? undefined : 'a text';
}

function isObject(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object';
}

function isOneOf(known: readonly unknown[]): Check {
  return (value) => (known.includes(value) ? undefined : known.length === 1 ? String(known[0]) : `one of ${known.join(', ')}`);
}

function isWhole(least: number, most: number): Check {
  return (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? undefined : `a whole number from ${least} to ${most}`;
}

function isDuration(most: number): Check {
  const isMs = isWhole(0, most);
  return (value) => {
    if (!Array.isArray(value)) return isMs(value) && `${isMs(value)}, or two of them`;
    const [from, to] = value;
    return value.length === 2 && !isMs(from) && !isMs(to) && from <= to ? undefined : 'two whole numbers, the smaller one first';
  };
}
