import { COVERAGE_NOTES } from '../claims/index.ts';
import { loadSpec } from '../contract/index.ts';
import { OPERATIONS, RETIRED_OPERATIONS } from '../service/index.ts';

/** How near an operation is to that of the service. */
export interface CoveredOperation {
  operation: string;
  method: string;
  path: string;
  level: 'faithful' | 'simplified' | 'absent';
  /** What is simplified, or guessed. */
  note: string;
}

/** Every operation of both documents. */
export function coverage(): CoveredOperation[] {
  return loadSpec().flatMap((document) =>
    document.operations.map(({ id, method, path }): CoveredOperation => {
      const note = COVERAGE_NOTES[id] ?? '';
      const row = { operation: id, method, path };
      if (RETIRED_OPERATIONS[id] !== undefined) return { ...row, level: 'simplified', note: 'ended on 2026-01-31: 404, a guess' };
      if (!OPERATIONS[id]) return { ...row, level: 'absent', note: 'answers 501' };
      return { ...row, level: note === '' ? 'faithful' : 'simplified', note };
    }),
  );
}

/** The table of the documentation. */
export function coverageTable(): string {
  const rows = coverage().map(({ operation, method, path, level, note }) => {
    const short = path.replace('/projects/{project_id}', '/…');
    return `| \`${operation}\` | \`${method} ${short}\` | ${level} | ${note} |`;
  });
  return ['| operation | path | | simplified or guessed |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
