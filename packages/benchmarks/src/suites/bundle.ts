import { gzipSync } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { applyBudgets, type Budget } from '../budget.ts';
import { isOurs, type Measure, OURS, type Row, toSingleRows } from '../row.ts';
import { type ConsumerTask, consumersFor } from './consumers.ts';
import type { Suite } from './suite.ts';

const NAMES: Record<ConsumerTask, string> = {
  send: 'bundle that sends one text, gzip',
  verify: 'bundle that verifies one webhook, gzip',
  card: 'bundle that builds one card, gzip',
};

const KB = 1_024;
const BUDGETS: Budget[] = [
  { name: NAMES.send, subject: OURS, limit: 13 * KB, shown: '13 KB' },
  { name: NAMES.verify, subject: OURS, limit: 2.5 * KB, shown: '2.5 KB' },
  { name: NAMES.card, subject: OURS, limit: 0.4 * KB, shown: '0.4 KB' },
];

/** How many bytes a program carries: the price of an edge function or a page. */
export const bundle: Suite = {
  name: 'bundle',
  title: 'Bundle sizes, minified and compressed',
  async run() {
    const tasks = Object.keys(NAMES) as ConsumerTask[];
    return applyBudgets((await Promise.all(tasks.map(sizesFor))).flat(), BUDGETS);
  },
};

async function sizesFor(task: ConsumerTask): Promise<Row[]> {
  const measure: Measure = { suite: 'bundle', name: NAMES[task], unit: 'bytes', better: 'less' };
  const sizes = consumersFor(task).map(async ({ subject, path }) => [subject, await bundleSize(path, isOurs(subject))] as const);
  return toSingleRows(measure, new Map(await Promise.all(sizes)));
}

/** Bytes of a program after esbuild and gzip. What is portable is bundled for no platform; peers that need Node, for Node. */
export async function bundleSize(path: string, portable: boolean): Promise<number> {
  const platform: BuildOptions = portable ? { platform: 'neutral', mainFields: ['module', 'main'] } : { platform: 'node' };
  const { outputFiles } = await build({
    ...platform,
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
