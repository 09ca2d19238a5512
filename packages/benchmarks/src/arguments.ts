import { parseArgs } from 'node:util';
import { type BenchSettings, FEWEST_ROUNDS, FULL, QUICK } from './settings.ts';
import type { Suite } from './suites/suite.ts';

/** What a run was asked for. */
export interface BenchRun {
  suites: readonly Suite[];
  settings: BenchSettings;
  /** May it write `RESULTS.md`? Only all suites, in full. */
  isFull: boolean;
}

/**
 * Reads the command line: names of suites, `--rounds` and `--quick`.
 *
 * @throws Error in words for the user
 */
export function parseArguments(args: readonly string[], all: readonly Suite[]): BenchRun {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string' } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !all.some((suite) => suite.name === name));
  if (unknown !== undefined) throw new Error(`No suite is named "${unknown}". There are: ${all.map(({ name }) => name).join(', ')}.`);
  const amounts = values.quick ? QUICK : FULL;
  const rounds = values.rounds === undefined ? amounts.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`--rounds takes a number of rounds, not "${values.rounds}".`);
  return {
    suites: all.filter(({ name }) => positionals.length === 0 || positionals.includes(name)),
    settings: { ...amounts, rounds },
    isFull: positionals.length === 0 && !values.quick && rounds >= FEWEST_ROUNDS,
  };
}
