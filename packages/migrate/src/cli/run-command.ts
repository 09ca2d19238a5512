import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { migrateTexts } from '../migrate-texts.ts';
import { formatPatch, formatReport } from './format-report.ts';
import { type Arguments, HELP, parseArguments } from './parse-arguments.ts';
import { planManifests } from './plan-manifests.ts';
import { readFolder } from './read-folder.ts';
import { uncommittedChanges } from './uncommitted-changes.ts';

const SOMETHING_LEFT = 1;
const COULD_NOT_RUN = 2;

/** What a command says and how it ends. */
export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
}

/** What the command is given by the program around it. */
export interface Parts {
  version: string;
  migrateTexts: typeof migrateTexts;
}

/** The command, without the process around it. */
export function runCommand(argv: string[], parts: Parts): Outcome {
  try {
    const asked = parseArguments(argv);
    if (asked === 'help') return { status: 0, stdout: HELP, stderr: '' };
    if (asked === 'version') return { status: 0, stdout: `${parts.version}\n`, stderr: '' };
    return migrate(asked, parts);
  } catch (error) {
    return { status: COULD_NOT_RUN, stdout: '', stderr: `${(error as { message?: string }).message ?? error}\n` };
  }
}

function migrate({ folder, dryRun, json, force }: Arguments, { migrateTexts, version }: Parts): Outcome {
  const read = readFolder(folder);
  if (!dryRun && !force) refuseUncommitted(folder);
  const migration = migrateTexts(read.texts, { aliases: read.aliases, checkJs: read.checkJs });
  const manifests = planManifests(folder, read, migration, version);
  if (!dryRun) for (const { path, after } of [...migration.changes, ...manifests]) writeFileSync(join(folder, path), after);
  const status = migration.left.length > 0 ? SOMETHING_LEFT : 0;
  if (!json) {
    const patch = dryRun ? formatPatch(migration, manifests) : '';
    return { status, stdout: `${patch}${formatReport(migration, manifests, dryRun)}`, stderr: '' };
  }
  const files = migration.changes.map(({ path, packages }) => ({ path, packages }));
  const dependencies = manifests.map(({ path, added, removed }) => ({ path, added, removed }));
  const report = { files, dependencies, calls: migration.calls, left: migration.left, dryRun };
  return { status, stdout: `${JSON.stringify(report, null, 2)}\n`, stderr: '' };
}

function refuseUncommitted(folder: string): void {
  const [first, ...more] = uncommittedChanges(folder);
  if (first === undefined) return;
  throw new Error(
    `[@convapi/migrate] ${more.length + 1} files have changes that are not committed, such as ${first.slice('?? '.length)}. Commit them, or pass --force.`,
  );
}
