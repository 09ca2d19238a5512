import { OURS, type Row } from '../row.ts';
import { describeVerdict } from './describe-verdict.ts';
import { figureOf, formatRatio, formatValue } from './format-value.ts';
import { renderTable } from './render-table.ts';

/** The rows of one suite as text: one table for each measure, or one matrix where the answers are yes and no. */
export function renderSuite(rows: readonly Row[]): string {
  if (rows.every(({ unit }) => unit === 'yes/no')) return renderMatrix(rows);
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) => renderMeasure(rows.filter((row) => row.name === name))).join('\n\n');
}

function renderMeasure(rows: readonly Row[]): string {
  const inRounds = rows.some(({ samples }) => samples.length > 1);
  const head = [headOf(rows[0]), 'value', 'to ours', inRounds ? 'middle half' : ''];
  const table = renderTable([head, ...rows.map((row) => [row.subject, formatValue(row.value, row.unit), ...ratioOf(row)])]);
  const budgets = rows.flatMap(({ subject, verdicts = [] }) => verdicts.map((verdict) => `budget: ${subject} ${describeVerdict(verdict)}`));
  return [table, ...budgets].join('\n');
}

function headOf(row: Row | undefined): string {
  if (row === undefined) return '';
  return row.better === 'neither' ? row.name : `${row.name} (${row.better} is better)`;
}

function ratioOf({ ratio, samples, subject }: Row): [ratio: string, spread: string] {
  if (ratio === undefined) return ['', ''];
  return [formatRatio(ratio.median), samples.length > 1 && subject !== OURS ? `${figureOf(ratio.low)}–${figureOf(ratio.high)}` : ''];
}

/** Subjects downwards, cases across by number, with the cases spelt out below. */
function renderMatrix(rows: readonly Row[]): string {
  const names = [...new Set(rows.map(({ name }) => name))];
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const cell = (subject: string, name: string) => {
    const row = rows.find((one) => one.subject === subject && one.name === name);
    return row ? formatValue(row.value, row.unit) : '–';
  };
  const lines = subjects.map((subject) => [subject, ...names.map((name) => cell(subject, name))]);
  const legend = names.map((name, index) => `${index + 1}  ${name}`);
  return `${renderTable([['', ...names.map((_, index) => String(index + 1))], ...lines])}\n\n${legend.join('\n')}`;
}
