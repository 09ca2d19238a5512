#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { machineFacts } from './report/machine-facts.ts';
import { renderResults } from './report/render-results.ts';
import { renderSuite } from './report/render-suite.ts';
import type { Row } from './row.ts';
import { FULL, QUICK } from './settings.ts';
import { ALL_SUITES } from './suites/all-suites.ts';

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean', default: false } }, allowPositionals: true });
const unknown = positionals.find((name) => !ALL_SUITES.some((suite) => suite.name === name));
if (unknown !== undefined) {
  console.error(`No suite is named "${unknown}". There are: ${ALL_SUITES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const suites = ALL_SUITES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const startedAt = performance.now();
const machine = machineFacts();
console.log(`${machine}${values.quick ? ', quick' : ''}`);

const rows: Row[] = [];
for (const { title, run } of suites) {
  const suiteStartedAt = performance.now();
  console.log(`\n=== ${title}\n`);
  const found = await run(values.quick ? QUICK : FULL);
  rows.push(...found);
  console.log(renderSuite(found));
  console.log(`\n${((performance.now() - suiteStartedAt) / 1000).toFixed(1)} s`);
}

const missed = rows.filter(({ ok }) => ok === false).length;
const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\n${rows.length} figures in ${seconds} s; ${missed} of ${rows.filter(({ ok }) => ok !== undefined).length} budgets missed.`);
// A page from a few suites would look as if the others did not exist.
if (positionals.length === 0) {
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(new URL('../RESULTS.md', import.meta.url), renderResults(rows, suites, { date, machine, quick: values.quick }));
  console.log('Wrote RESULTS.md.');
}
