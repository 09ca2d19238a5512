#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { HELP } from './cli-help.ts';
// through the entry, which this command then shares instead of carrying a copy
import { type Emulator, isEmulatorError, startEmulator } from './index.ts';
import { type Command, parseArguments } from './parse-arguments.ts';
import type { ProxyReport } from './proxy/report.ts';
import type { EmulatorOptions } from './settings.ts';

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
  else await start(command.options, command.record);
}

async function start(options: EmulatorOptions, record: string | undefined): Promise<void> {
  const emulator = await startEmulator(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void end(emulator, options, record));
  }
  // last: who reads it may stop the program at once
  process.stdout.write(describe(emulator, options));
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

function describe({ url, tokenUrl, projectId, keyId, keySecret }: Emulator, { region, proxy }: EmulatorOptions): string {
  const addresses = `export CONVAPI_BASE_URL=${url}
export CONVAPI_TOKEN_URL=${tokenUrl}
`;
  if (proxy) {
    return `Conversation API emulator at ${url}, passing calls on to ${proxy.target ?? `Sinch (${proxy.region})`}: people may get messages
What it finds out: ${url}/_emulator/proxy/report

# SINCH_PROJECT_ID, SINCH_KEY_ID and SINCH_KEY_SECRET stay as they are
export SINCH_REGION=${proxy.region}
${addresses}`;
  }
  return `Conversation API emulator at ${url} (not Sinch: nobody gets a message)
What it can do: ${url}/_emulator

export SINCH_PROJECT_ID=${projectId}
export SINCH_KEY_ID=${keyId}
export SINCH_KEY_SECRET=${keySecret}
export SINCH_REGION=${region ?? 'us'}
${addresses}`;
}

function summarize({ calls, operations }: ProxyReport): string {
  const lines = operations.map(({ operation, method, path, calls: count, deviations, differences }) => {
    const name = operation === '' ? `${method} ${path}` : operation;
    return `  ${name}: called ${count} ×, leaves the spec in ${deviations.length} ways, the emulator in ${differences.length}\n`;
  });
  return `\nPassed on ${calls} calls.\n${lines.join('')}`;
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('@convapi/emulator/package.json') as { version: string }).version;
}
