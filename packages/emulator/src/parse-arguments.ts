import { parseArgs } from 'node:util';
import { REGIONS, type Region } from '@convapi/core';
import { EmulatorError } from './emulator-error.ts';
import { type EmulatorPreset, PRESET_NAMES } from './rate-limits.ts';
import type { EmulatorOptions } from './settings.ts';

/** What the command was asked to do. */
export type Command = { run: 'help' } | { run: 'version' } | { run: 'start'; options: EmulatorOptions };

/** Port of the command, so that settings pasted once keep working. */
const DEFAULT_PORT = 4010;

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'allow-target': { type: 'string', multiple: true },
  region: { type: 'string' },
  'strict-channels': { type: 'boolean' },
  preset: { type: 'string', multiple: true },
  'no-rate-limit': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** What `--help` prints. */
export const HELP = `convapi-emulator: a local Sinch Conversation API. It is not Sinch; nobody gets a message.

Usage: convapi-emulator [options]

  --port <number>        port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host <address>       address to listen on (default 127.0.0.1: this machine only)
  --allow-host <name>    also answer requests for this host name; may be repeated
  --allow-target <host>  also send callbacks to this host, * for any; may be repeated
  --region <region>      region to play: ${REGIONS.join(', ')} (default us)
  --strict-channels      refuse channels that the app lacks with 400 in place of a FAILED report
  --preset <name>        limits of the service: ${PRESET_NAMES.join(', ')}; may be repeated
  --no-rate-limit        no 429 after 800 calls in a second
  -h, --help             print this
  -v, --version          print the version
`;

/** @throws {@link EmulatorError} naming the flag that is wrong */
export function parseArguments(args: readonly string[]): Command {
  const values = readFlags(args);
  if (values.help) return { run: 'help' };
  if (values.version) return { run: 'version' };
  return {
    run: 'start',
    options: {
      port: values.port === undefined ? DEFAULT_PORT : toPort(values.port),
      ...(values.host === undefined ? {} : { host: values.host }),
      ...(values.region === undefined ? {} : { region: toRegion(values.region) }),
      allowHosts: values['allow-host'] ?? [],
      strictChannels: values['strict-channels'] ?? false,
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
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmulatorError(`${reason.replace(/\.$/, '')}. Run convapi-emulator --help.`, { cause: error });
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new EmulatorError(`--port takes a number from 0 to 65535, not ${text}. Run convapi-emulator --help.`);
  return port;
}

function toRegion(text: string): Region {
  const region = REGIONS.find((known) => known === text);
  if (!region) throw new EmulatorError(`--region takes ${REGIONS.join(', ')}, not ${text}. Run convapi-emulator --help.`);
  return region;
}

function toPreset(text: string): EmulatorPreset {
  const preset = PRESET_NAMES.find((known) => known === text);
  if (!preset) throw new EmulatorError(`--preset takes ${PRESET_NAMES.join(' or ')}, not ${text}. Run convapi-emulator --help.`);
  return preset;
}
