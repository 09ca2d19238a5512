import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Figures of the front page, read from the results of the benchmarks: they are typed nowhere else. */
export interface Facts {
  /** When the run was, `2026-11-28`. */
  date: string;
  rows: { what: string; ours: string; theirs: string }[];
}

declare const data: Facts;

export { data };

const RESULTS = fileURLToPath(new URL('../../../../packages/benchmarks/RESULTS.md', import.meta.url));
const VENDOR = '@sinch/conversation';
/** The tables of the results that the front page shows, by how their first lines begin. */
const TABLES = [
  { title: 'bundle that sends one text, gzip', what: 'Code in a bundle that sends one text (gzip)' },
  { title: 'cold import, over an empty process', what: 'Cold import in a fresh process' },
  { title: 'sends at 50 in flight', what: 'Sends with 50 under way' },
  { title: 'processor time of a send', what: 'Processor time of a send' },
];

export default {
  watch: [RESULTS],
  load(): Facts {
    const text = readFileSync(RESULTS, 'utf8');
    const rows = TABLES.map(({ title, what }) => ({ what, ours: valueIn(text, title, 'convapi'), theirs: valueIn(text, title, VENDOR) }));
    rows.push({ what: 'Eight failures of every day: survived', ours: survivedBy(text, 'convapi'), theirs: survivedBy(text, VENDOR) });
    return { date: found(/ on (\d{4}-\d{2}-\d{2})/.exec(text)?.[1], 'the date'), rows };
  },
};

function valueIn(text: string, title: string, subject: string): string {
  const table = text.slice(found(positionOf(text, title), title)).split('\n\n')[0] ?? '';
  const line = table.split('\n').find((one) => one.startsWith(`${subject}  `)) ?? '';
  // "13,273 bytes   1.00 ×": the value stands before what it is to ours
  return found(/^\S+ +([\d.,]+ \S+)/.exec(line)?.[1], `${subject} in "${title}"`);
}

function survivedBy(text: string, subject: string): string {
  const line = text.split('\n').find((one) => one.startsWith(`${subject}  `) && / {2}(yes|no) {2}/.test(one));
  const answers = found(line, `what ${subject} survives`).slice(subject.length).trim().split(/ +/);
  return `${answers.filter((answer) => answer === 'yes').length} of ${answers.length}`;
}

function positionOf(text: string, title: string): number | undefined {
  const position = text.indexOf(`\n${title}`);
  return position === -1 ? undefined : position;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`packages/benchmarks/RESULTS.md has no longer ${what}.`);
  return value;
}
