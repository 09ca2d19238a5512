#!/usr/bin/env node
import { createRequire } from 'node:module';
import { isEmulatorError } from './emulator-error.ts';
import { HELP, parseArguments } from './parse-arguments.ts';
import type { EmulatorOptions } from './settings.ts';
import { type Emulator, startEmulator } from './start-emulator.ts';

try {
  await main(process.argv.slice(2));
} catch (error) {
  // What the user can mend needs no stack trace.
  console.error(isEmulatorError(error) ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const command = parseArguments(args);
  if (command.run === 'help') process.stdout.write(HELP);
  else if (command.run === 'version') process.stdout.write(`${readVersion()}\n`);
  else await start(command.options);
}

async function start(options: EmulatorOptions): Promise<void> {
  const emulator = await startEmulator(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close().then(() => process.exit(0)));
  }
  // last: who reads it may stop the program at once
  process.stdout.write(describe(emulator, options.region ?? 'us'));
}

function describe({ url, tokenUrl, projectId, keyId, keySecret }: Emulator, region: string): string {
  return `Conversation API emulator at ${url} (not Sinch: nobody gets a message)
What it can do: ${url}/_emulator

export SINCH_PROJECT_ID=${projectId}
export SINCH_KEY_ID=${keyId}
export SINCH_KEY_SECRET=${keySecret}
export SINCH_REGION=${region}
export CONVAPI_BASE_URL=${url}
export CONVAPI_TOKEN_URL=${tokenUrl}
`;
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('../package.json') as { version: string }).version;
}
