const HEAD = ['package', 'version', 'format', 'packages installed', 'its first program printed', ''];

/** The rows as lines of equal columns. */
export function tableOf(rows) {
  const cells = rows.map(({ name, version, format, packages, printed, ok }) => [
    `@convapi/${name}`,
    version,
    format === 'module' ? 'ESM' : 'CommonJS',
    String(packages),
    firstWords(printed),
    ok ? 'ok' : 'FAILED',
  ]);
  const widths = HEAD.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

function firstWords(text) {
  const first = text.replace(/\s+/g, ' ');
  return first.length > 40 ? `${first.slice(0, 39)}…` : first;
}
