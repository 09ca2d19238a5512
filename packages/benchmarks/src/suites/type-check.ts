import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { applyBudgets, type Budget } from '../budget.ts';
import { median } from '../harness/median.ts';
import { rounds } from '../harness/rounds.ts';
import { type Measure, toRows } from '../row.ts';
import { consumerPath, consumersFor } from './consumers.ts';
import type { Suite } from './suite.ts';

const TIME: Measure = { suite: 'type-check', name: 'tsc on a file that sends', unit: 'ms', better: 'less' };
const INSTANTIATIONS: Measure = { suite: 'type-check', name: 'type instantiations', unit: 'instantiations', better: 'less' };
const EMPTY = 'an empty file';

const BUDGETS: Budget[] = [
  { name: TIME.name, subject: 'convapi', limit: 1.1, against: EMPTY },
  { name: INSTANTIATIONS.name, subject: 'convapi', limit: 1_000 },
];

/** What a consumer's compiler and editor pay. */
export const typeCheck: Suite = {
  name: 'type-check',
  title: 'Type check of a consumer file',
  async run({ typeCheckRounds, limitMs }) {
    const files = [...consumersFor('send'), { subject: EMPTY, path: consumerPath('empty') }];
    const checks = new Map(files.map(({ subject }) => [subject, [] as Check[]]));
    for (const { path } of files) await check(path); // fills the file cache; not counted
    for (const _round of rounds(typeCheckRounds, limitMs)) {
      for (const { subject, path } of files) checks.get(subject)?.push(await check(path));
    }
    const medians = (key: keyof Check) => new Map([...checks].map(([subject, list]) => [subject, median(list.map((one) => one[key]))]));
    return applyBudgets([...toRows(TIME, medians('totalMs')), ...toRows(INSTANTIATIONS, medians('instantiations'))], BUDGETS);
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
