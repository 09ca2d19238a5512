/**
 * Installs and builds what is not there yet, packs every package that is published, and prints the command that installs them elsewhere:
 *
 *   node scripts/pack-all.mjs ../tarballs
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLISHED, packPackages } from '../test-projects/packing/pack-packages.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('Where to? node scripts/pack-all.mjs <folder>');
console.log('Building and packing …');
const wanted = PUBLISHED.map((name) => `@convapi/${name}...`);
const build = [...wanted.map((one) => `--install=${one}`), 'run', 'build', ...wanted.map((one) => `--filter=${one}`)];
execFileSync(process.execPath, [join(repository, 'scripts/start.cjs'), ...build, '--output-logs=errors-only'], { stdio: 'inherit' });
console.log(`In your project:\n\nnpm install ${Object.values(packPackages(target)).join(' ')}`);
