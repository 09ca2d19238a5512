import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the packages of the workspace lie, as pnpm-workspace.yaml says. */
const PARENTS = ['packages', 'apps'];
const SINGLE = ['.', 'test-projects', 'runtime-tests'];

/**
 * A hash of everything that decides what is installed, and the folders of all packages.
 *
 * @param {string} repository
 */
export function fingerprintOf(repository) {
  const below = PARENTS.flatMap((parent) => readdirSync(join(repository, parent)).map((name) => `${parent}/${name}`));
  const folders = [...SINGLE, ...below].filter((folder) => existsSync(join(repository, folder, 'package.json'))).sort();
  const hash = createHash('sha256').update(process.platform).update(process.arch);
  for (const file of ['pnpm-workspace.yaml', 'pnpm-lock.yaml', ...folders.map((folder) => `${folder}/package.json`)])
    hash.update(file).update(readFileSync(join(repository, file)));
  return { fingerprint: hash.digest('hex'), folders };
}
