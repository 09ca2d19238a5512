#!/usr/bin/env node
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import { toAnnotations, toJson } from './formats.ts';
import { UpdateError } from './update-error.ts';
import { type UpdateOptions, type UpdateResult, updateSpec } from './update-spec.ts';
import { put } from './workspace.ts';
import { shortReport, verdict } from './write-report.ts';

const USAGE = `npm run spec:update -- <file> [options]

Compares a newer OpenAPI document with spec/ and says what an update would mean. Changes nothing without --write.

  --write                     change spec/, regenerate, write the lock, the document, spec-diff.md and a changeset
  --accept-breaking "reason"  let breaking changes be written; the reason goes into the changeset.
                              Single ones are accepted in spec/accepted.yaml
  --format markdown|json|github   how the findings are printed: a report, data, or annotations of a pull request
  --summary <file>            write the beginning of the report to a file, short enough for a pull request
  --alias                     keep the old names of renamed types as deprecated aliases
  --document conversation|template|batch   which document it is, when that cannot be told
  --drift <file>              notes of what production has met, to rank the report
  --no-compile                do not compile hand-written code against the new types

Exit code: 0 nothing changed, 10 compatible, 20 breaking, 1 the document or an overlay is wrong.`;

/** How the findings are printed. */
const FORMATS = { markdown: ({ report }: UpdateResult) => report, json: toJson, github: toAnnotations };

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
    out(FORMATS[options.format](result));
    if (options.format === 'markdown') out(verdict(result));
    if (options.summary !== undefined) await put(options.summary, shortReport(result));
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

interface Options extends UpdateOptions {
  format: keyof typeof FORMATS;
  summary: string | undefined;
}

function readOptions(args: string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    // pnpm passes the "--" of "pnpm spec:update -- file" on
    args: args[0] === '--' ? args.slice(1) : args,
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      'accept-breaking': { type: 'string' },
      format: { type: 'string', default: 'markdown' },
      summary: { type: 'string' },
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
    format: oneOf('--format', Object.keys(FORMATS) as (keyof typeof FORMATS)[], values.format) ?? 'markdown',
    summary: values.summary === undefined ? undefined : resolve(from, values.summary),
    document: oneOf('--document', DOCUMENT_KINDS, values.document),
    drift: values.drift === undefined ? undefined : resolve(from, values.drift),
    compile: values['no-compile'] ? [] : undefined,
  };
}

function oneOf<T extends string>(option: string, choices: readonly T[], value: string | undefined): T | undefined {
  const known = choices.find((one) => one === value);
  if (known !== undefined || value === undefined) return known;
  throw new UpdateError(`${option} is ${choices.map((one) => `"${one}"`).join(' or ')}, not "${value}".`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
