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

const DEFAULTS: Required<RateLimits> = {
  requestsPerSecond: 800,
  outboundPerSecond: 0,
  outboundQueue: 500_000,
  tokensPerSecond: 0,
  tokenBurst: 30,
};

/** Fills in what presets say, then what is given. */
export function toRateLimits(preset: RateLimits, given: RateLimits): Required<RateLimits> {
  return { ...DEFAULTS, ...preset, ...given };
}
