import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { applyBudgets, type Budget } from '../budget.ts';
import { measureInTurns, samplesOf } from '../harness/in-turns.ts';
import { type Measure, OURS, toRows } from '../row.ts';
import { consumerPath, consumersFor } from './consumers.ts';
import type { Suite } from './suite.ts';

const TIME: Measure = { suite: 'type-check', name: 'tsc on a file that sends', unit: 'ms', better: 'less' };
const INSTANTIATIONS: Measure = { suite: 'type-check', name: 'type instantiations', unit: 'instantiations', better: 'less' };
const EMPTY = 'an empty file';

const BUDGETS: Budget[] = [
  { name: TIME.name, subject: OURS, limit: 1.1, against: EMPTY },
  { name: INSTANTIATIONS.name, subject: OURS, limit: 1_000 },
];

/** What a consumer's compiler and editor pay. */
export const typeCheck: Suite = {
  name: 'type-check',
  title: 'Type check of a consumer file',
  async run({ rounds }) {
    const files = new Map(consumersFor('send').map(({ subject, path }) => [subject, path]));
    files.set(EMPTY, consumerPath('empty'));
    const measure = (subject: string) => check(files.get(subject) ?? '');
    const subjects = [...files.keys()];
    for (const subject of subjects) await measure(subject); // fills the file cache; not counted
    const checks = await measureInTurns({ subjects, rounds, measure });
    return applyBudgets(
      [
        ...toRows(
          TIME,
          samplesOf(checks, ({ totalMs }) => totalMs),
        ),
        ...toRows(
          INSTANTIATIONS,
          samplesOf(checks, ({ instantiations }) => instantiations),
        ),
      ],
      BUDGETS,
    );
  },
};

interface Check {
  totalMs: number;
  instantiations: number;
}

/** The options of a Node project; the types of Node are there for every subject, the empty file included. */
const OPTIONS =
  '--ignoreConfig --noEmit --extendedDiagnostics --pretty false --strict --skipLibCheck --module nodenext --target es2022 --types node --allowImportingTsExtensions';

async function check(path: string): Promise<Check> {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, ...OPTIONS.split(' '), path], { cwd }).catch(({ stdout: said }) => {
    throw new Error(`tsc refuses ${path}: ${said}`);
  });
  return { totalMs: figure('Total time', stdout) * 1000, instantiations: figure('Instantiations', stdout) };
}

function figure(label: string, report: string): number {
  const [, value] = new RegExp(`^${label}:\\s+([\\d.,]+)s?$`, 'm').exec(report) ?? [];
  if (value === undefined) throw new Error(`tsc --extendedDiagnostics no longer says "${label}".`);
  return Number(value.replaceAll(',', ''));
}
