#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HELP } from './cli-help.ts';
import { describeSettings } from './describe-settings.ts';
import { isEmulatorError } from './emulator-error.ts';
import { type Command, parseArguments, type StartCommand } from './parse-arguments.ts';
import type { ProxyReport } from './proxy/index.ts';
import type { EmulatorOptions } from './settings.ts';
import { type Emulator, startEmulator } from './start-emulator.ts';
import { checkEnvFile, writeEnvFile } from './write-env-file.ts';

// through the entry, which this command then shares instead of carrying a copy

const FAILED = 1;
const WRONG_USAGE = 2;

await main();

async function main(): Promise<void> {
  const command = attempt(() => parseArguments(process.argv.slice(2), process.env));
  if (command) await run(command).catch((error) => complain(error, FAILED));
}

function attempt(parse: () => Command): Command | undefined {
  try {
    return parse();
  } catch (error) {
    complain(error, WRONG_USAGE);
    return undefined;
  }
}

/** What the user can mend needs no stack trace. */
function complain(error: unknown, exitCode: number): void {
  console.error(isEmulatorError(error) ? error.message : error);
  process.exitCode = exitCode;
}

async function run(command: Command): Promise<void> {
  if (command.run === 'help') process.stdout.write(HELP);
  else if (command.run === 'version') process.stdout.write(`${readVersion()}\n`);
  else await start(command);
}

async function start({ options, record, envFile }: StartCommand): Promise<void> {
  if (envFile !== undefined) await checkEnvFile(envFile);
  const emulator = await startEmulator(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(emulator, options, record));
  }
  const settings = describeSettings(emulator, options);
  if (envFile !== undefined) await writeEnvFile(envFile, settings).catch((error) => emulator.close().then(() => Promise.reject(error)));
  // last: who reads it may stop the program at once
  process.stdout.write(settings);
}

async function end(emulator: Emulator, options: EmulatorOptions, record: string | undefined): Promise<void> {
  await emulator.close();
  let exitCode = 0;
  if (options.proxy) {
    const report = emulator.proxyReport();
    process.stdout.write(summarize(report));
    if (record !== undefined) {
      await writeFile(record, `${JSON.stringify(report, null, 2)}\n`).catch((error: Error) => {
        console.error(`[@convapi/emulator] The report could not be written: ${error.message}.`);
        exitCode = FAILED;
      });
    }
  }
  process.exit(exitCode);
}

function summarize({ calls, operations }: ProxyReport): string {
  const lines = operations.map(({ operation, method, path, calls: count, deviations, differences }) => {
    const name = operation === '' ? `${method} ${path}` : operation;
    return `#   ${name}: called ${count} ×, leaves the spec in ${deviations.length} ways, the emulator in ${differences.length}\n`;
  });
  return `# Passed on ${calls} calls.\n${lines.join('')}`;
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('@convapi/emulator/package.json') as { version: string }).version;
}
