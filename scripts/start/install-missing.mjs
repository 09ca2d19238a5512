import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { pnpmInstall } from './pnpm-install.mjs';

/** What was installed, and for which packages; in node_modules, so that it goes with what it speaks of. */
const RECORD = 'node_modules/.convapi-installed.json';
/** Stands for the whole repository. */
const ALL = '*';

/**
 * Installs what these packages need, or all without a filter. Does nothing, and asks no registry, while that is there already.
 *
 * @param {string} repository
 * @param {string[]} filters as pnpm and turbo know them
 */
export async function installMissing(repository, filters) {
  const { fingerprint, folders } = fingerprintOf(repository);
  const wanted = filters.length > 0 ? filters : [ALL];
  const known = readRecord(repository);
  const isCurrent = known.fingerprint === fingerprint && known.folders.every((folder) => existsSync(join(repository, folder)));
  const installed = isCurrent ? known.installed : [];
  if (installed.includes(ALL) || wanted.every((filter) => installed.includes(filter))) return;

  console.log(`Installing what is not there yet (${filters.length > 0 ? filters.join(', ') : 'for all packages'}) …`);
  // a run that breaks off must not look like one that went well
  rmSync(join(repository, RECORD), { force: true });
  await pnpmInstall(repository, filters);
  const record = {
    // an install may have written the lockfile
    fingerprint: fingerprintOf(repository).fingerprint,
    installed: [...new Set([...installed, ...wanted])],
    folders: folders.map((folder) => join(folder, 'node_modules')).filter((folder) => existsSync(join(repository, folder))),
  };
  writeFileSync(join(repository, RECORD), `${JSON.stringify(record, null, 2)}\n`);
}

/** @returns {{ fingerprint: string, installed: string[], folders: string[] }} */
function readRecord(repository) {
  try {
    return JSON.parse(readFileSync(join(repository, RECORD), 'utf8'));
  } catch {
    return { fingerprint: '', installed: [], folders: [] };
  }
}
