import { isIPv4 } from 'node:net';
import type { Region } from '@convapi/core';
import { EmulatorError } from './emulator-error.ts';
import { type EmulatorPreset, type Fault, readPresets } from './faults/index.ts';
import { checkProxyOptions, type ProxyOptions } from './proxy/index.ts';
import { type RateLimits, toRateLimits } from './rate-limits.ts';
import type { EmulatorSeed, EmulatorSnapshot } from './snapshots/index.ts';
import { LONGEST_TIMEOUT_MS } from './time/index.ts';

/** How callbacks that were not taken are sent again. */
export interface WebhookOptions {
  /** Wait before each further attempt, in milliseconds. Default: 5 s, doubling 14 times to 81,920 s. `[]` never retries. */
  retryDelaysMs?: readonly number[];
  /** How long a receiver may take for the whole answer, in milliseconds, up to 2,147,483,647. Default 10,000. */
  timeoutMs?: number;
  /** Callbacks per second of each app, over all its webhooks. Default 0 for no limit; the service: 25. */
  perSecond?: number;
  /** The time that signatures carry, in milliseconds since 1970. Default Date.now: receivers compare it with their own clock, whatever {@link EmulatorOptions.now} says. */
  now?: () => number;
  /** Hosts besides loopback that callbacks may go to, e.g. `['host.docker.internal']`; `'*'` allows all. Default: none. */
  allowTargets?: readonly string[];
}

/** Options of {@link startEmulator}; all have defaults. */
export interface EmulatorOptions {
  /** Port to listen on; default 0, which takes a free one. */
  port?: number;
  /** Address to listen on; default `127.0.0.1`, so that only this machine gets in. Any that is not loopback needs an `adminToken`. */
  host?: string;
  /** Host names that requests may ask for besides localhost and `host`, e.g. the name of a container. */
  allowHosts?: readonly string[];
  /** Who controls the emulator has to send it: `/_emulator` then answers only `Authorization: Bearer <token>`. Default: anyone may. */
  adminToken?: string;
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
  /** Limits of the service that are off by default, and faults that happen now and then. `rateLimits` goes before them. */
  presets?: readonly EmulatorPreset[];
  /** Do the numbers of {@link MAGIC_IDENTITIES} behave as they say? Default true. */
  magicIdentities?: boolean;
  /**
   * Take requests that break rules without which they can be understood: fields, values, triggers and kinds of messages and events that the
   * document does not know, which are said once on stderr, lengths, numbers of items, and rules of channels. Default false.
   */
  loose?: boolean;
  /**
   * Check every answer against the spec. One that breaks it is a bug of the emulator: it is logged and becomes a 500, or with `loose` is
   * logged and sent. Default true.
   */
  checkAnswers?: boolean;
  /**
   * Folder that keeps the state through restarts and crashes; only its owner may read it. One that is damaged is refused. Default: none, so
   * that all is gone at the end.
   */
  data?: string;
  /** Start with what can be read of a damaged `data` folder, and say on stderr what was lost. Default false. */
  salvage?: boolean;
  /** What is there at first, where there is nothing yet: the name of a JSON file, its contents, or a snapshot. */
  seed?: string | EmulatorSeed | EmulatorSnapshot;
  /** Pass calls on to a real project, answer what it answers, and compare: see `proxyReport`. Default: none. */
  proxy?: ProxyOptions;
  /** How many callbacks, events and messages are remembered for `control`. Default 10,000 each. */
  logLimit?: number;
  /** How many calls of the API are remembered, with their bodies, for `control.requests()`. Default 1,000; 0 for none. */
  requestLog?: number;
  /** Serve the console, a page to look at and play with all this? Default true. */
  console?: boolean;
  /** How long a day of the retention policies is, in milliseconds. Default 86,400,000; tests may have shorter ones. */
  retentionDayMs?: number;
}

/** Options with their defaults filled in. */
export interface Settings
  extends Required<Omit<EmulatorOptions, 'adminToken' | 'data' | 'seed' | 'proxy' | 'webhooks' | 'rateLimits' | 'presets'>> {
  adminToken: string | undefined;
  data: string | undefined;
  proxy: ProxyOptions | undefined;
  seed: string | EmulatorSeed | EmulatorSnapshot | undefined;
  webhooks: Required<WebhookOptions>;
  rateLimits: Required<RateLimits>;
  /** The faults of the presets. */
  faults: readonly Fault[];
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
  if (settings.proxy) checkProxyOptions(settings.proxy);
  checkNumber('port', settings.port, 65_535);
  checkNumber('channelDelayMs', settings.channelDelayMs);
  checkNumber('logLimit', settings.logLimit);
  checkNumber('requestLog', settings.requestLog);
  checkNumber('webhooks.timeoutMs', settings.webhooks.timeoutMs, LONGEST_TIMEOUT_MS);
  checkNumber('webhooks.perSecond', settings.webhooks.perSecond);
  checkNumber('retentionDayMs', settings.retentionDayMs);
  for (const delayMs of settings.webhooks.retryDelaysMs) checkNumber('webhooks.retryDelaysMs', delayMs);
  for (const [name, value] of Object.entries(settings.rateLimits)) checkNumber(`rateLimits.${name}`, value);
  for (const name of ['projectId', 'keyId', 'keySecret', 'host', 'adminToken', 'data', 'seed'] as const) {
    if (settings[name] === '') throw new EmulatorError(`The option ${name} is empty. Leave it out for the default.`);
  }
  if (!isLoopback(settings.host) && settings.adminToken === undefined) {
    throw new EmulatorError(
      `With the host ${settings.host} others could read and change all that is here through /_emulator. Give an adminToken (--admin-token), or leave the host out.`,
    );
  }
  // Basic authentication ends the name at the first colon.
  if (settings.keyId.includes(':')) throw new EmulatorError('The option keyId holds a colon. Use one without.');
  return settings;
}

/** Does it lead to this machine only? */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function checkNumber(name: string, value: number, most = Number.MAX_SAFE_INTEGER): void {
  if (Number.isInteger(value) && value >= 0 && value <= most) return;
  throw new EmulatorError(`The option ${name} is ${value}. Use a whole number from 0 to ${most}.`);
}

function fillIn(options: EmulatorOptions): Settings {
  const preset = readPresets(options.presets ?? []);
  return {
    port: options.port ?? 0,
    host: options.host ?? '127.0.0.1',
    allowHosts: options.allowHosts ?? [],
    adminToken: options.adminToken,
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
    projectId: options.proxy?.projectId ?? options.projectId ?? '0e1a7040-0000-4000-8000-000000000001',
    keyId: options.keyId ?? options.proxy?.keyId ?? '0e1a7040-0000-4000-8000-00000000000a',
    keySecret: options.keySecret ?? options.proxy?.keySecret ?? 'emulator-key-secret',
    region: options.region ?? options.proxy?.region ?? 'us',
    webhooks: {
      retryDelaysMs: options.webhooks?.retryDelaysMs ?? defaultRetryDelaysMs(),
      timeoutMs: options.webhooks?.timeoutMs ?? 10_000,
      perSecond: options.webhooks?.perSecond ?? 0,
      allowTargets: options.webhooks?.allowTargets ?? [],
      now: options.webhooks?.now ?? Date.now,
    },
    channelDelayMs: options.channelDelayMs ?? 0,
    strictChannels: options.strictChannels ?? false,
    rateLimits: toRateLimits(preset.rateLimits, options.rateLimits ?? {}),
    // Receivers hear from the service already.
    faults: options.proxy ? [{ effect: { lose: true } }, ...preset.faults] : preset.faults,
    proxy: options.proxy,
    magicIdentities: options.magicIdentities ?? true,
    loose: options.loose ?? false,
    checkAnswers: options.checkAnswers ?? true,
    data: options.data,
    salvage: options.salvage ?? false,
    seed: options.seed,
    logLimit: options.logLimit ?? 10_000,
    requestLog: options.requestLog ?? 1000,
    console: options.console ?? true,
    retentionDayMs: options.retentionDayMs ?? 24 * 60 * 60 * 1000,
  };
}

/** No schedule of the Conversation API is published; this is that of the vendor's SMS API. */
function defaultRetryDelaysMs(): number[] {
  return Array.from({ length: RETRY_COUNT }, (_, index) => RETRY_START_MS * 2 ** index);
}
