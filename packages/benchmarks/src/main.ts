#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { type BenchRun, parseArguments } from './arguments.ts';
import { isBusy, machineFacts } from './report/machine-facts.ts';
import { renderResults } from './report/render-results.ts';
import { renderSuite } from './report/render-suite.ts';
import type { Row } from './row.ts';
import { FEWEST_ROUNDS } from './settings.ts';
import { ALL_SUITES } from './suites/all-suites.ts';

const { suites, settings, isFull } = readArguments();
const startedAt = performance.now();
const machine = machineFacts();
console.log(`${machine}, ${settings.rounds} rounds`);
if (settings.rounds < FEWEST_ROUNDS) console.log(`Fewer than ${FEWEST_ROUNDS} rounds: another run may come to other verdicts.`);

if (isBusy()) console.log('The machine is busy: ratios of throughput come out closer to 1 than on a quiet one.');

const rows: Row[] = [];
for (const { title, run } of suites) {
  const suiteStartedAt = performance.now();
  console.log(`\n=== ${title}\n`);
  const found = await run(settings);
  rows.push(...found);
  console.log(renderSuite(found));
  console.log(`\n${((performance.now() - suiteStartedAt) / 1000).toFixed(1)} s`);
}

const verdicts = rows.flatMap(({ verdicts: found = [] }) => found);
const missed = verdicts.filter(({ ok }) => !ok).length;
const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
console.log(`\n${rows.length} figures in ${minutes} minutes; ${missed} of ${verdicts.length} budgets missed.`);
// A page from a few suites or rounds would look as if that were all there is to say.
if (isFull) {
  const date = new Date().toISOString().slice(0, 10);
  await writeFile(
    new URL('../RESULTS.md', import.meta.url),
    renderResults(rows, suites, { date, machine, rounds: settings.rounds, minutes }),
  );
  console.log('Wrote RESULTS.md.');
}

function readArguments(): BenchRun {
  try {
    return parseArguments(process.argv.slice(2), ALL_SUITES);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(2);
  }
}
