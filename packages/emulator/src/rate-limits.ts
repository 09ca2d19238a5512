import { EmulatorError } from './emulator-error.ts';

/** How much the emulator takes before it answers 429. In all of them 0 means no limit. */
export interface RateLimits {
  /** Calls per second, of all apps of the project. Default 800, as at the service. */
  requestsPerSecond?: number;
  /** Messages per second that leave the queue of each app. Default 0, so that tests do not wait; the service: 20. */
  outboundPerSecond?: number;
  /** Messages that the queue of each app holds. Default 500,000. It only fills where `outboundPerSecond` is set. */
  outboundQueue?: number;
  /** Tokens per second from the token endpoint. Default 0; the service: 10. */
  tokensPerSecond?: number;
  /** Tokens that the endpoint gives at once before `tokensPerSecond` counts. Default 30. */
  tokenBurst?: number;
}

/** Limits that are off by default, set as at the service. `token-bucket`: the token endpoint. `outbound-queue`: 20 messages per second. */
export type EmulatorPreset = 'token-bucket' | 'outbound-queue';

const DEFAULTS: Required<RateLimits> = {
  requestsPerSecond: 800,
  outboundPerSecond: 0,
  outboundQueue: 500_000,
  tokensPerSecond: 0,
  tokenBurst: 30,
};

const PRESETS: Readonly<Record<EmulatorPreset, RateLimits>> = {
  'token-bucket': { tokensPerSecond: 10, tokenBurst: 30 },
  'outbound-queue': { outboundPerSecond: 20, outboundQueue: 500_000 },
};

/** The presets there are. */
export const PRESET_NAMES: readonly EmulatorPreset[] = ['token-bucket', 'outbound-queue'];

/**
 * Fills in presets, then what is given.
 *
 * @throws {@link EmulatorError} for a preset that nobody knows
 */
export function toRateLimits(presets: readonly EmulatorPreset[], given: RateLimits): Required<RateLimits> {
  const unknown = presets.find((name) => !Object.hasOwn(PRESETS, name));
  if (unknown !== undefined) throw new EmulatorError(`There is no preset ${unknown}. Use ${PRESET_NAMES.join(' or ')}.`);
  return Object.assign({}, DEFAULTS, ...presets.map((name) => PRESETS[name]), given);
}
