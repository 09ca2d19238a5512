#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { formatPatch, formatReport } from './cli/format-report.ts';
import { type Arguments, HELP, parseArguments } from './cli/parse-arguments.ts';
import { planManifests } from './cli/plan-manifests.ts';
import { readFolder } from './cli/read-folder.ts';
import { uncommittedChanges } from './cli/uncommitted-changes.ts';
// through the entry, which this command then shares instead of carrying a copy
import { migrateTexts } from './index.ts';

const SOMETHING_LEFT = 1;
const COULD_NOT_RUN = 2;

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as { message?: string }).message ?? error);
  process.exitCode = COULD_NOT_RUN;
}

function main(): number {
  const asked = parseArguments(process.argv.slice(2));
  if (asked === 'help') process.stdout.write(HELP);
  else if (asked === 'version') process.stdout.write(`${readVersion()}\n`);
  else return migrate(asked);
  return 0;
}

function migrate({ folder, dryRun, json, force }: Arguments): number {
  const read = readFolder(folder);
  const dirty = dryRun || force ? [] : uncommittedChanges(folder);
  if (dirty.length > 0) {
    throw new Error(
      `[@convapi/migrate] ${dirty.length} files have changes that are not committed, such as ${dirty[0]?.slice(3)}. Commit them, or pass --force.`,
    );
  }
  const migration = migrateTexts(read.texts, { aliases: read.aliases, checkJs: read.checkJs });
  const manifests = planManifests(folder, read, migration, readVersion());
  if (!dryRun) for (const { path, after } of [...migration.changes, ...manifests]) writeFileSync(join(folder, path), after);
  if (json) {
    const files = migration.changes.map(({ path, packages }) => ({ path, packages }));
    const dependencies = manifests.map(({ path, added, removed }) => ({ path, added, removed }));
    process.stdout.write(`${JSON.stringify({ files, dependencies, calls: migration.calls, left: migration.left, dryRun }, null, 2)}\n`);
  } else {
    if (dryRun) process.stdout.write(formatPatch(migration, manifests));
    process.stdout.write(formatReport(migration, manifests, dryRun));
  }
  return migration.left.length > 0 ? SOMETHING_LEFT : 0;
}

function readVersion(): string {
  return (createRequire(import.meta.url)('../package.json') as { version: string }).version;
}
