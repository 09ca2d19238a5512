import { createRequire } from 'node:module';
import { isConvapiError } from '@convapi/core';
import { errorFields } from './error-fields.ts';
import { formatReport } from './format-report.ts';
import { HELP, parseArguments } from './parse-arguments-node.ts';
import { RehearsalError } from './rehearsal-error.ts';
import { rehearse } from './rehearse.ts';

/** What the command touches of its process. */
export interface Terminal {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  print(text: string): void;
  printError(text: string): void;
}

/** Runs the command; its exit code: 0 when every check passed, 1 when some did not, 2 when there was no rehearsal. */
export async function runCommand(terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    return await run(terminal);
  } catch (error) {
    // What the user can mend needs no stack trace.
    terminal.printError(`${isConvapiError(error) ? error.message : describe(error)}\n`);
    return 2;
  }
}

async function run({ args, env, print }: Terminal): Promise<0 | 1> {
  const command = parseArguments(args, env);
  if (command.run !== 'rehearse') {
    print(command.run === 'help' ? HELP : `${readVersion()}\n`);
    return 0;
  }
  const { options, json, handledUrl } = command;
  const handled = handledUrl === undefined ? undefined : () => readCount(handledUrl, options.timeoutMs);
  const report = await rehearse({ ...options, handled });
  print(json ? `${JSON.stringify(report, undefined, 2)}\n` : formatReport(report));
  return report.ok ? 0 : 1;
}

async function readCount(url: string, timeoutMs = 10_000): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs);
  const text = await fetch(url, { redirect: 'error', signal }).then(
    (response) => (response.ok ? response.text() : ''),
    () => '',
  );
  if (/^\s*\d+\s*$/.test(text)) return Number(text);
  throw new RehearsalError('unreachable', '--handled-url gave no number. Let it answer GET with 200 and the count alone, e.g. 17.');
}

function describe(error: unknown): string {
  return errorFields(error).stack ?? String(error);
}

function readVersion(): string {
  const require = createRequire(import.meta.url);
  return (require('@convapi/webhook-verifier/package.json') as { version: string }).version;
}
