import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adviceFor, count, describeChange, some } from './describe-change.ts';
import type { Judged, PackageName } from './find-touches.ts';
import { highest, type Level } from './rules.ts';

/** The level that all changes together ask of each package. */
export function levelsOf(changes: Judged[]): Map<PackageName, Level> {
  const levels = new Map<PackageName, Level>();
  for (const { packages } of changes) {
    for (const [name, level] of Object.entries(packages) as [PackageName, Level][]) {
      levels.set(name, highest([level, ...(levels.has(name) ? [levels.get(name) as Level] : [])]) ?? level);
    }
  }
  return new Map([...levels].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The bump of each package: while its version begins with 0, a breaking change is minor (CONTRIBUTING.md). */
export function bumpsOf(changes: Judged[], packages: string): Map<PackageName, Level> {
  return new Map([...levelsOf(changes)].map(([name, level]) => [name, level === 'major' && isBelowOne(packages, name) ? 'minor' : level]));
}

function isBelowOne(packages: string, name: string): boolean {
  const { version } = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')) as { version: string };
  return version.startsWith('0.');
}

export interface ChangesetOptions {
  bumps: Map<PackageName, Level>;
  /** Why breaking changes are let through. */
  reason: string | undefined;
}

/** The changeset of an update: the bump of each package, and a line for each change, written for the upgrader. */
export function writeChangeset(changes: Judged[], { bumps, reason }: ChangesetOptions): string {
  const breaking = changes.filter(({ level }) => level === 'major');
  const other = changes.filter(({ level }) => level !== 'major');
  return [
    '---',
    // the formatter wants it, and changesets do not mind
    '',
    ...[...bumps].map(([name, level]) => `"@convapi/${name}": ${level}`),
    '---',
    '',
    `The description of the API was updated: ${count(breaking.length, 'breaking change')}, ${count(other.length, 'other change')}.`,
    ...(breaking.length > 0 ? ['', '**Breaking**', '', ...breaking.map(line)] : []),
    ...(breaking.length > 0 && reason !== undefined ? ['', `Accepted because: ${reason}`] : []),
    ...(other.length > 0 ? ['', '**Also**', '', ...other.map(line)] : []),
    '',
  ].join('\n');
}

function line(change: Judged): string {
  const touched = [...change.methods, ...change.builders, ...change.events];
  const advice = adviceFor(change);
  return `- ${describeChange(change)}${advice ? ` ${advice}` : ''}${touched.length > 0 ? ` (${some(touched, 4)})` : ''}`;
}
