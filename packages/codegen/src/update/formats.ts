import { acceptanceName } from './acceptances.ts';
import { describeChange } from './describe-change.ts';
import type { ReportInput } from './write-report.ts';

/** The findings as data, for other tools. Kinds of changes are those of `rules.ts`. */
export function toJson({
  source,
  document,
  exitCode,
  written,
  bumps,
  changes,
  silent,
  unspoken,
  errors,
  unexplained,
  files,
}: ReportInput): string {
  const { name, version, hash: sha256, warnings } = source;
  const data = {
    document,
    source: { name, openapi: version, sha256, warnings },
    exitCode,
    written,
    bumps: Object.fromEntries(bumps),
    changes: changes.map(({ edit: _, packages: __, ...change }) => ({ ...change, text: describeChange({ ...change, packages: {} }) })),
    kept: silent.map(({ where, before }) => ({ where, what: before })),
    unspoken,
    errors: errors ?? [],
    unexplained,
    files: [...files.keys()].sort(),
  };
  return JSON.stringify(data, null, 1);
}

/** The findings as annotations of GitHub Actions: breaking ones are errors, unless they are accepted. */
export function toAnnotations({ changes, errors = [] }: ReportInput): string {
  return [
    ...changes.map((change) => {
      const kind = change.level === 'major' && change.accepted === undefined ? 'error' : change.level === 'major' ? 'warning' : 'notice';
      return `::${kind} title=${property(acceptanceName(change))}::${data(describeChange(change))}`;
    }),
    ...errors.map(({ file, line, message }) => `::error file=${property(file)},line=${Math.max(line, 1)}::${data(message)}`),
  ].join('\n');
}

/** Text of a workflow command: whatever a document says, it stays one command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
