import { EmulatorError } from '../emulator-error.ts';
import type { RateLimits } from '../rate-limits.ts';
import type { Fault } from './fault.ts';

/**
 * A set of limits or faults under one name. `token-bucket`: the limits of the service's token endpoint. `outbound-queue`: 20 messages per
 * second, as at the service. `flaky-channel`: one message in ten fails, one in twenty is swallowed. `slow-callbacks`: callbacks are up
 * to ten seconds late, so that they also overtake one another, and one in ten comes twice. `billing-limit`: what sends is a 403, as for
 * an account whose credit is used up.
 */
export type EmulatorPreset = 'token-bucket' | 'outbound-queue' | 'flaky-channel' | 'slow-callbacks' | 'billing-limit';

interface Preset {
  rateLimits?: RateLimits;
  faults?: readonly Fault[];
}

/** Operations that cost money. */
const BILLED: readonly string[] = ['Messages_SendMessage', 'Events_SendEvent', 'Batch_SendBatch'];

/** The word is the vendor's; in which field of the error it stands is a guess. */
const OUT_OF_CREDIT = 'BILLING_CREDIT_LIMIT_BREACHED';

const PRESETS: Readonly<Record<EmulatorPreset, Preset>> = {
  'token-bucket': { rateLimits: { tokensPerSecond: 10, tokenBurst: 30 } },
  'outbound-queue': { rateLimits: { outboundPerSecond: 20, outboundQueue: 500_000 } },
  'flaky-channel': {
    faults: [
      { effect: { outage: 'CHANNEL_FAILURE' }, share: 0.1 },
      { effect: { outage: 'silence' }, share: 0.05 },
    ],
  },
  'slow-callbacks': {
    faults: [{ effect: { lateMs: [100, 10_000] } }, { effect: { duplicate: 1 }, share: 0.1 }],
  },
  'billing-limit': {
    faults: BILLED.map((operation) => ({ match: { operation }, effect: { status: 403, message: OUT_OF_CREDIT } })),
  },
};

/** The presets there are. */
export const PRESET_NAMES: readonly EmulatorPreset[] = [
  'token-bucket',
  'outbound-queue',
  'flaky-channel',
  'slow-callbacks',
  'billing-limit',
];

/** @throws {@link EmulatorError} for a preset that nobody knows */
export function readPresets(names: readonly EmulatorPreset[]): { rateLimits: RateLimits; faults: Fault[] } {
  const unknown = names.find((name) => !Object.hasOwn(PRESETS, name));
  if (unknown !== undefined) throw new EmulatorError(`There is no preset ${unknown}. Use one of ${PRESET_NAMES.join(', ')}.`);
  return {
    rateLimits: Object.assign({}, ...names.map((name) => PRESETS[name].rateLimits)),
    faults: names.flatMap((name) => PRESETS[name].faults ?? []),
  };
}
