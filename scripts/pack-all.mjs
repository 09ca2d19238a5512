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

/** The pinned pnpm, from what this machine has where it has it. */
function pnpm(args, cwd, stdio) {
  const options = { cwd, stdio, encoding: 'utf8', shell: process.platform === 'win32' };
  return execFileSync('npx', ['--yes', '--prefer-offline', 'pnpm@12.21.0', ...args], options);
}

/**
 * Packs what was built.
 *
 * @param {string} target folder, made where it is absent
 * @returns {Record<string, string>} path of the tarball by the name of the package
 */
export function packAll(target) {
  mkdirSync(target, { recursive: true });
  const args = ['pack', '--json', '--pack-destination', resolve(target)];
  return Object.fromEntries(
    PACKAGES.map((name) => {
      const printed = pnpm(args, join(repository, 'packages', name), ['ignore', 'pipe', 'inherit']);
      return [`@convapi/${name}`, JSON.parse(printed).filename];
    }),
  );
}

/** Installs and builds what is not there yet. */
function build() {
  const filters = PACKAGES.map((name) => `--filter=@convapi/${name}...`);
  pnpm(['install', '--frozen-lockfile', '--filter=convapi', ...filters], repository, ['ignore', 'ignore', 'inherit']);
  const turbo = ['exec', 'turbo', 'run', 'build', ...filters, '--output-logs=errors-only', '--ui=stream'];
  pnpm(['--config.verify-deps-before-run=false', ...turbo], repository, ['ignore', 'ignore', 'inherit']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new Error('Where to? node scripts/pack-all.mjs <folder>');
  console.log('Building and packing …');
  build();
  console.log(`In your project:\n\nnpm install ${Object.values(packAll(target)).join(' ')}`);
}
