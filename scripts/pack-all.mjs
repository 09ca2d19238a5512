import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Packs every package that is published, as it would be, and prints the command that installs them elsewhere:
 *
 *   node scripts/pack-all.mjs ../tarballs
 */
const repository = fileURLToPath(new URL('..', import.meta.url));

/** Folders of the packages that are published. */
const PACKAGES = readdirSync(join(repository, 'packages')).filter((name) => !manifestOf(name).private);

function manifestOf(name) {
  return JSON.parse(readFileSync(join(repository, 'packages', name, 'package.json'), 'utf8'));
}

/**
 * @param {string} target folder, made where it is absent
 * @returns {Record<string, string>} path of the tarball by the name of the package
 */
export function packAll(target) {
  mkdirSync(target, { recursive: true });
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const args = ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'pack', '--json', '--pack-destination', resolve(target)];
      const printed = execFileSync('npx', args, { cwd: join(repository, 'packages', name), encoding: 'utf8', shell: process.platform === 'win32' });
      return [`@convapi/${name}`, JSON.parse(printed).filename];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new Error('Where to? node scripts/pack-all.mjs <folder>');
  console.log('In your project:\n');
  console.log(`npm install ${Object.values(packAll(target)).join(' ')}`);
}
