import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { flattenEntry } from './flatten-entry.ts';
import { type Entry, entryOf, PACKAGES, readEntries } from './packages.ts';

/** The text of each report, by entry: `@convapi/client/node`. */
export type Reports = Map<string, string>;

/** How declarations are read, here and in comparisons. */
export const COMPILER_OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Reports of the declarations as they are built now. */
export function makeReports(repository: string, entries: Entry[] = readEntries(repository)): Reports {
  const program = ts.createProgram({ rootNames: entries.map(({ declarations }) => declarations), options: COMPILER_OPTIONS });
  return new Map(
    entries.map((entry) => [entry.id, flattenEntry(program, entry.declarations, join(repository, 'packages', entry.package, 'dist'))]),
  );
}

/** Reports as they are kept in the repository, those of entries that are gone included. */
export function readReports(repository: string, names: readonly string[] = PACKAGES): Reports {
  const reports: Reports = new Map();
  for (const name of names) {
    const folder = join(repository, 'packages', name, 'api');
    for (const file of existsSync(folder) ? readdirSync(folder) : []) {
      reports.set(entryOf(name, file), readFileSync(join(folder, file), 'utf8'));
    }
  }
  return reports;
}

/** Reports as they were in a commit or at a tag. */
export function readReportsAt(repository: string, commit: string): Reports {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e7 });
  const files = git('ls-tree', '-r', '--name-only', commit, 'packages').split('\n');
  const found = files.flatMap((file) => {
    const [, name, report] = /^packages\/([^/]+)\/api\/([^/]+\.api\.d\.ts)$/.exec(file) ?? [];
    return name && report ? [[entryOf(name, report), git('show', `${commit}:${file}`)] as const] : [];
  });
  return new Map(found);
}
