import type { Region } from '@convapi/core';
import { EmulatorError } from './emulator-error.ts';
import { type EmulatorPreset, type RateLimits, toRateLimits } from './rate-limits.ts';

/** How callbacks that were not taken are sent again. */
export interface WebhookOptions {
  /** Wait before each further attempt, in milliseconds. Default: 5 s, doubling 14 times to 81,920 s. `[]` never retries. */
  retryDelaysMs?: readonly number[];
  /** How long a receiver may take to answer, in milliseconds. Default 10,000. */
  timeoutMs?: number;
  /** Hosts besides loopback that callbacks may go to, e.g. `['host.docker.internal']`; `'*'` allows all. Default: none. */
  allowTargets?: readonly string[];
}

/** Options of {@link startEmulator}; all have defaults. */
export interface EmulatorOptions {
  /** Port to listen on; default 0, which takes a free one. */
  port?: number;
  /** Address to listen on; default `127.0.0.1`, so that only this machine gets in. */
  host?: string;
  /** Host names that requests may ask for besides localhost and `host`, e.g. the name of a container. */
  allowHosts?: readonly string[];
  /** The clock: milliseconds since 1970. Default Date.now; `control.advance` moves it forward. */
  now?: () => number;
  /** Source of randomness: numbers from 0 up to 1. Default Math.random. */
  random?: () => number;
  /** The project that exists; default a fixed UUID, so that settings survive a restart. */
  projectId?: string;
  /** Access key that is let in; default a fixed one. */
  keyId?: string;
  /** Secret of the access key; default a fixed one. */
  keySecret?: string;
  /** Region that the emulator plays; default `us`. */
  region?: Region;
  /** Delivery of callbacks. */
  webhooks?: WebhookOptions;
  /** How long a channel takes for each step of a delivery, in milliseconds. Default 0. */
  channelDelayMs?: number;
  /** Refuse channels that the app lacks with 400, as the API text says, in place of a FAILED report, as was observed. Default false. */
  strictChannels?: boolean;
  /** When calls, messages and tokens are too many. */
  rateLimits?: RateLimits;
  /** Limits of the service that are off by default. `rateLimits` goes before them. */
  presets?: readonly EmulatorPreset[];
  /** Do the numbers of {@link MAGIC_IDENTITIES} behave as they say? Default true. */
  magicIdentities?: boolean;
  /** How many callbacks, events and messages are remembered for `control`. Default 10,000 each. */
  logLimit?: number;
}

/** Options with their defaults filled in. */
export interface Settings extends Required<Omit<EmulatorOptions, 'webhooks' | 'rateLimits' | 'presets'>> {
  webhooks: Required<WebhookOptions>;
  rateLimits: Required<RateLimits>;
}

const RETRY_START_MS = 5000;
const RETRY_COUNT = 15;

/**
 * Fills in defaults.
 *
 * @throws {@link EmulatorError} naming the option that cannot work
 */
export function toSettings(options: EmulatorOptions): Settings {
  const settings = fillIn(options);
  checkNumber('port', settings.port, 65_535);
  checkNumber('channelDelayMs', settings.channelDelayMs);
  checkNumber('logLimit', settings.logLimit);
  checkNumber('webhooks.timeoutMs', settings.webhooks.timeoutMs);
  for (const delayMs of settings.webhooks.retryDelaysMs) checkNumber('webhooks.retryDelaysMs', delayMs);
  for (const [name, value] of Object.entries(settings.rateLimits)) checkNumber(`rateLimits.${name}`, value);
  for (const name of ['projectId', 'keyId', 'keySecret', 'host'] as const) {
    if (settings[name] === '') throw new EmulatorError(`The option ${name} is empty. Leave it out for the default.`);
  }
  // Basic authentication ends the name at the first colon.
  if (settings.keyId.includes(':')) throw new EmulatorError('The option keyId holds a colon. Use one without.');
  return settings;
}

function checkNumber(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new EmulatorError(`The option ${name} is ${value}. Use a whole number from 0 to ${most}.`);
}

function fillIn(options: EmulatorOptions): Settings {
  return {
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    allowHosts: options.allowHosts ?? [],
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    projectId: options.projectId ?? '0e1a7040-0000-4000-8000-000000000001',
    keyId: options.keyId ?? '0e1a7040-0000-4000-8000-00000000000a',
    keySecret: options.keySecret ?? 'emulator-key-secret',
    region: options.region ?? 'us',
    webhooks: {
      retryDelaysMs: options.webhooks?.retryDelaysMs ?? defaultRetryDelaysMs(),
      timeoutMs: options.webhooks?.timeoutMs ?? 10_000,
      allowTargets: options.webhooks?.allowTargets ?? [],
    },
    channelDelayMs: options.channelDelayMs ?? 0,
    strictChannels: options.strictChannels ?? false,
    rateLimits: toRateLimits(options.presets ?? [], options.rateLimits ?? {}),
    magicIdentities: options.magicIdentities ?? true,
    logLimit: options.logLimit ?? 10_000,
  };
}

/** No schedule of the Conversation API is published; this is that of the vendor's SMS API. */
function defaultRetryDelaysMs(): number[] {
  return Array.from({ length: RETRY_COUNT }, (_, index) => RETRY_START_MS * 2 ** index);
}
