#!/usr/bin/env node
// `pnpm api:update` writes the reports; `--check` says what they would be, `--since <commit>` what changed since a release.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareReports } from './compare-reports.ts';
import { formatChanges } from './format-changes.ts';
import { reportOf } from './packages.ts';
import { makeReports, type Reports, readReports, readReportsAt } from './read-reports.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, since: { type: 'string' } } });

const before = values.since === undefined ? readReports(repository) : readReportsAt(repository, values.since);
const after = makeReports(repository);
const changes = compareReports(before, after, repository);
if (changes.length > 0) console.log(formatChanges(changes));
if (values.check || values.since !== undefined) {
  const isSame = [...new Set([...before.keys(), ...after.keys()])].every((entry) => before.get(entry) === after.get(entry));
  if (!isSame && values.check) console.error('The API reports are out of date. Run "npm run api:update" and commit the result.');
  process.exitCode = changes.some(({ breaking }) => breaking) ? 20 : isSame ? 0 : 10;
} else {
  write(after);
}

function write(reports: Reports): void {
  for (const entry of new Set([...before.keys(), ...reports.keys()])) {
    const file = join(repository, reportOf(entry));
    const text = reports.get(entry);
    if (text === before.get(entry)) continue;
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file);
    else writeFileSync(file, text);
    console.log(`${text === undefined ? 'removed' : 'wrote'} ${reportOf(entry)}`);
  }
}
