import { stripVTControlCharacters } from 'node:util';

const MARKS = { passed: 'OK', failed: '**X**', cannot: 'cannot' };
const REASON_LENGTH = 160;

/** One line a cell, while it runs. */
export function lineOf({ group, cell, subject, state, message, ms }) {
  const name = [group.name, ...(subject.ours ? [] : [subject.name]), cell.name].join(': ');
  const why = state === 'passed' ? '' : `\n    ${reasonOf(message)}`;
  return `${state === 'passed' ? 'ok' : state === 'cannot' ? 'cannot work' : 'FAILED'}  ${name} (${(ms / 1000).toFixed(1)} s)${why}`;
}

/** Tables for people, one a group: the cells down, the subjects across. */
export function reportOf(results, subjects) {
  const groups = [...new Set(results.map(({ group }) => group))];
  return groups
    .map((group) =>
      tableOf(
        group,
        results.filter((one) => one.group === group),
        subjects,
      ),
    )
    .join('\n');
}

function tableOf(group, results, subjects) {
  const cells = group.cells.filter((cell) => results.some((one) => one.cell === cell));
  const seconds = results.filter(({ subject }) => subject.ours).reduce((sum, { ms }) => sum + ms / 1000, 0);
  const head = ['cell', ...subjects.map(({ name }) => name), 'what was seen'];
  const rows = cells.map((cell) => {
    const of = (subject) => results.find((one) => one.cell === cell && one.subject === subject);
    const ours = of(subjects[0]);
    const marks = subjects.map((subject) => MARKS[of(subject)?.state] ?? '–');
    return [cell.name, ...marks, ours === undefined || ours.state === 'passed' ? '' : reasonOf(ours.message)];
  });
  const line = (row) => `| ${row.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  const lines = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return `### ${group.says} (${seconds.toFixed(0)} s)\n\n${lines.join('\n')}\n`;
}

/** Lines that name a fault, the most telling kind first. */
const TELLING = [/error TS\d+/, /ERESOLVE|ERR_[A-Z_]+/, /\b\w*Error\b.*\w/, /[Cc]annot |[Nn]ot found|no such|[Ff]ailed to /, /FAIL|✕|×/];

/** The line of an output that says what went wrong. */
export function reasonOf(message) {
  const plain = stripVTControlCharacters(message);
  const lines = plain
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !/ failed( after \d+ s)?:$/.test(one));
  for (const kind of TELLING) {
    const told = lines.find((one) => kind.test(one));
    if (told !== undefined) return told.slice(0, REASON_LENGTH);
  }
  return (lines[0] ?? '').slice(0, REASON_LENGTH);
}
