import { adviceFor, count, describeChange, some } from './describe-change.ts';
import type { Judged, PackageName } from './find-touches.ts';
import { highest, type Level } from './rules.ts';

/** The level that all changes together ask of each package. */
export function bumpsOf(changes: Judged[]): Map<PackageName, Level> {
  const bumps = new Map<PackageName, Level>();
  for (const { packages } of changes) {
    for (const [name, level] of Object.entries(packages) as [PackageName, Level][]) {
      bumps.set(name, highest([level, ...(bumps.has(name) ? [bumps.get(name) as Level] : [])]) ?? level);
    }
  }
  return new Map([...bumps].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export interface ChangesetOptions {
  /** Why breaking changes are let through. */
  reason: string | undefined;
}

/** The changeset of an update: the level of each package, and a line for each change, written for the upgrader. */
export function writeChangeset(changes: Judged[], { reason }: ChangesetOptions): string {
  const head = [...bumpsOf(changes)].map(([name, level]) => `"@convapi/${name}": ${level}`);
  const breaking = changes.filter(({ level }) => level === 'major');
  const other = changes.filter(({ level }) => level !== 'major');
  return [
    '---',
    // the formatter wants it, and changesets do not mind
    '',
    ...head,
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
