import type { Row } from '../row.ts';
import { formatRatio, formatValue } from './format-value.ts';
import { renderTable } from './render-table.ts';

/** The rows of one suite as text: one table for each measure, or one matrix where the answers are yes and no. */
export function renderSuite(rows: readonly Row[]): string {
  if (rows.every(({ unit }) => unit === 'yes/no')) return renderMatrix(rows);
  const names = [...new Set(rows.map(({ name }) => name))];
  return names.map((name) => renderMeasure(rows.filter((row) => row.name === name))).join('\n\n');
}

function renderMeasure(rows: readonly Row[]): string {
  const budgets = rows.some(({ budget }) => budget !== undefined);
  const head = [headOf(rows[0]), 'value', 'to ours', budgets ? 'budget' : ''];
  return renderTable([head, ...rows.map((row) => [row.subject, formatValue(row.value, row.unit), formatRatio(row.ratio), budgetOf(row)])]);
}

function headOf(row: Row | undefined): string {
  if (row === undefined) return '';
  return row.better === 'neither' ? row.name : `${row.name} (${row.better} is better)`;
}

function budgetOf({ budget, ok }: Row): string {
  return budget === undefined ? '' : `${budget}  ${ok ? 'ok' : 'OVER'}`;
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
