import type { Row } from '../row.ts';
import type { Suite } from '../suites/suite.ts';
import { compare } from './compare.ts';
import { renderSuite } from './render-suite.ts';

/** What stands above the tables. */
export interface RunFacts {
  /** Day of the run: `2026-05-01`. */
  date: string;
  machine: string;
  rounds: number;
  /** How long it took. */
  minutes: string;
}

/** The page `RESULTS.md`. */
export function renderResults(rows: readonly Row[], suites: readonly Suite[], { date, machine, rounds, minutes }: RunFacts): string {
  const { better, worse } = compare(rows);
  const measured = suites.filter(({ name }) => rows.some((row) => row.suite === name));
  return [
    '# Results',
    '',
    `Written by \`pnpm bench\` on ${date}: ${machine}, ${rounds} rounds, ${minutes} minutes. Another machine gives other values and much the`,
    'same ratios; read those. "To ours" is the median of the ratios to convapi in the same round; "middle half" is where half of those ratios',
    'lie. What each table means: [README](README.md).',
    '',
    '## Better',
    '',
    'Where this toolkit did better than a peer by more than 5 % and in at least three quarters of the rounds:',
    '',
    ...bullets(better),
    '',
    '## Worse',
    '',
    'Where it missed its own budget, or a peer did better by more than 5 % and in at least three quarters of the rounds:',
    '',
    ...bullets(worse),
    '',
    ...measured.flatMap(({ name, title }) => [
      `## ${title}`,
      '',
      '```text',
      renderSuite(rows.filter((row) => row.suite === name)),
      '```',
      '',
    ]),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

function bullets(sentences: readonly string[]): string[] {
  return sentences.length === 0 ? ['Nothing.'] : sentences.map((sentence) => `- ${sentence}`);
}
