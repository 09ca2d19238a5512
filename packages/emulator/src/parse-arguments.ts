import { parseArgs } from 'node:util';
import { REGIONS, type Region } from '@convapi/core';
import { DEFAULT_PORT } from './cli-help.ts';
import { EmulatorError } from './emulator-error.ts';
import { reasonOf } from './error-code.ts';
import { type EmulatorPreset, PRESET_NAMES } from './faults/index.ts';
import type { ProxyOptions } from './proxy/index.ts';
import type { EmulatorOptions } from './settings.ts';

/** What the command was asked to do. */
export type Command = { run: 'help' } | { run: 'version' } | StartCommand;

/** Start, and write where asked to. */
export interface StartCommand {
  run: 'start';
  options: EmulatorOptions;
  /** File for the report of a proxy. */
  record: string | undefined;
  /** File for the settings, beside printing them. */
  envFile: string | undefined;
}

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'allow-target': { type: 'string', multiple: true },
  'admin-token': { type: 'string' },
  'no-console': { type: 'boolean' },
  region: { type: 'string' },
  'strict-channels': { type: 'boolean' },
  preset: { type: 'string', multiple: true },
  'no-rate-limit': { type: 'boolean' },
  loose: { type: 'boolean' },
  data: { type: 'string' },
  salvage: { type: 'boolean' },
  seed: { type: 'string' },
  // not --env-file: Node 20 takes that for itself, wherever it stands
  'write-env': { type: 'string' },
  proxy: { type: 'string' },
  'proxy-target': { type: 'string' },
  record: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = ReturnType<typeof readFlags>;

/** @throws {@link EmulatorError} naming the flag that is wrong */
export function parseArguments(args: readonly string[], environment: Environment): Command {
  const values = readFlags(args);
  if (values.help) return { run: 'help' };
  if (values.version) return { run: 'version' };
  const { host, data, seed, record } = values;
  const proxy = toProxy(values, environment);
  return {
    run: 'start',
    record,
    envFile: values['write-env'],
    options: {
      port: values.port === undefined ? DEFAULT_PORT : toPort(values.port),
      ...given({ host, data, seed, adminToken: values['admin-token'], proxy }),
      ...given({ region: values.region === undefined ? undefined : toRegion('--region', values.region) }),
      allowHosts: values['allow-host'] ?? [],
      console: !values['no-console'],
      strictChannels: values['strict-channels'] ?? false,
      loose: values.loose ?? false,
      salvage: values.salvage ?? false,
      presets: (values.preset ?? []).map(toPreset),
      ...(values['no-rate-limit'] ? { rateLimits: { requestsPerSecond: 0 } } : {}),
      webhooks: { allowTargets: values['allow-target'] ?? [] },
    },
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values;
  } catch (error) {
    const reason = reasonOf(error);
    throw wrong(reason.replace(/\.$/, ''), error);
  }
}

/** Only what was said: an option that is there and undefined is not the same as one that is not there. */
function given<T extends object>(options: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as ReturnType<typeof given<T>>;
}

function toProxy({ proxy, 'proxy-target': target, record }: Values, environment: Environment): ProxyOptions | undefined {
  if (proxy === undefined) {
    if (record !== undefined) throw wrong('--record works with --proxy only');
    if (target !== undefined) throw wrong('--proxy-target works with --proxy only');
    return undefined;
  }
  const read = (name: string): string => {
    const value = environment[name];
    if (!value) throw wrong(`--proxy needs the variable ${name} of your project`);
    return value;
  };
  return {
    region: toRegion('--proxy', proxy),
    projectId: read('SINCH_PROJECT_ID'),
    keyId: read('SINCH_KEY_ID'),
    keySecret: read('SINCH_KEY_SECRET'),
    ...given({ target }),
  };
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw wrong(`--port takes a number from 0 to 65535, not ${text}`);
  return port;
}

function toRegion(flag: string, text: string): Region {
  const region = REGIONS.find((known) => known === text);
  if (!region) throw wrong(`${flag} takes ${REGIONS.join(', ')}, not ${text}`);
  return region;
}

function toPreset(text: string): EmulatorPreset {
  const preset = PRESET_NAMES.find((known) => known === text);
  if (!preset) throw wrong(`--preset takes ${PRESET_NAMES.join(', ')}, not ${text}`);
  return preset;
}

function wrong(what: string, cause?: unknown): EmulatorError {
  return new EmulatorError(`${what}. Run npx @convapi/emulator --help.`, { cause });
}
