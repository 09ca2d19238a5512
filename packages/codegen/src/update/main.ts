#!/usr/bin/env node
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { count } from './describe-change.ts';
import type { DocumentKind } from './document-kinds.ts';
import { UpdateError } from './update-error.ts';
import { type UpdateOptions, type UpdateResult, updateSpec } from './update-spec.ts';

const USAGE = `npm run spec:update -- <file> [options]

Compares a newer OpenAPI document with spec/ and says what an update would mean. Changes nothing without --write.

  --write                     change spec/, regenerate, write spec/spec.lock.json, spec-diff.md and a changeset
  --accept-breaking "reason"  let breaking changes be written; the reason goes into the changeset
  --alias                     keep the old names of renamed types as deprecated aliases
  --document conversation|batch   which document it is, when that cannot be told
  --drift <file>              notes of what production has met, to rank the report
  --no-compile                do not compile hand-written code against the new types

Exit code: 0 nothing changed, 10 compatible, 20 breaking, 1 the document or an overlay is wrong.`;

/** Where the command writes to. */
export interface Output {
  out: (line: string) => void;
  err: (line: string) => void;
}

/** Runs the command; the exit code is returned. */
export async function main(args: string[], { out, err }: Output = { out: console.log, err: console.error }): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options) {
      out(USAGE);
      return 0;
    }
    const result = await updateSpec(options);
    out(result.report);
    out(summary(result, options));
    return result.exitCode;
  } catch (error) {
    if (!(error instanceof UpdateError) && !isUsageError(error)) throw error;
    err((error as Error).message);
    return 1;
  }
}

function isUsageError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function readOptions(args: string[]): UpdateOptions | undefined {
  const { values, positionals } = parseArgs({
    // pnpm passes the "--" of "pnpm spec:update -- file" on
    args: args[0] === '--' ? args.slice(1) : args,
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      'accept-breaking': { type: 'string' },
      alias: { type: 'boolean', default: false },
      document: { type: 'string' },
      drift: { type: 'string' },
      'no-compile': { type: 'boolean', default: false },
      repository: { type: 'string', default: fileURLToPath(new URL('../../../..', import.meta.url)) },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return undefined;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UpdateError('name one OpenAPI document: npm run spec:update -- <file>.');
  const reason = values['accept-breaking'];
  if (reason !== undefined && reason.trim() === '') throw new UpdateError('--accept-breaking needs a reason.');
  // pnpm starts scripts in the folder of the repository; people name files from where they stand
  const from = process.env.INIT_CWD ?? process.cwd();
  return {
    file: resolve(from, file),
    repository: values.repository,
    write: values.write,
    acceptBreaking: reason,
    aliases: values.alias,
    document: documentKind(values.document),
    drift: values.drift === undefined ? undefined : resolve(from, values.drift),
    compile: values['no-compile'] ? [] : undefined,
  };
}

function documentKind(value: string | undefined): DocumentKind | undefined {
  if (value === undefined || value === 'conversation' || value === 'batch') return value;
  throw new UpdateError(`--document is "conversation" or "batch", not "${value}".`);
}

function summary({ exitCode, changes, written, errors }: UpdateResult, { write, acceptBreaking }: UpdateOptions): string {
  if (exitCode === 0) return 'Nothing changed.';
  const breaking = changes.filter(({ level }) => level === 'major').length;
  const counts = `${count(changes.length, 'change')}, ${breaking} of them breaking; ${count(errors.length, 'place')} of hand-written code no longer compile.`;
  if (written) return `${counts} Written.`;
  if (write && acceptBreaking === undefined) return `${counts} Nothing was written: give --accept-breaking "reason".`;
  return `${counts} Nothing was written: this was a rehearsal, --write does it.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
