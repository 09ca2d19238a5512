import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Installs with the pinned pnpm; ends this process where that fails.
 *
 * @param {string} repository
 * @param {string[]} filters none for the whole repository
 */
export async function pnpmInstall(repository, filters) {
  // A part is only installed as the lockfile says; the whole may write the lockfile anew, after a manifest was changed.
  const scope = filters.length > 0 ? ['--frozen-lockfile', ...['convapi', ...filters].flatMap((one) => ['--filter', one])] : [];
  const args = ['--yes', '--prefer-offline', pinnedPnpm(repository), 'install', '--prefer-offline', ...scope, ...storeOf(repository)];
  const child = spawn('npx', args, { cwd: repository, stdio: 'inherit', shell: process.platform === 'win32' });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status === 0) return;
  console.error('\nInstalling failed. Where the lines above do not say why: remove the folders node_modules and run this again.');
  process.exit(1);
}

function pinnedPnpm(repository) {
  const [, version] = /^ {2}pnpm: (\S+)$/m.exec(readFileSync(join(repository, 'pnpm-workspace.yaml'), 'utf8')) ?? [];
  return `pnpm@${version}`;
}

/** pnpm refuses to go on with node_modules that another user, or another HOME, linked to a store of its own: it goes on with that store. */
function storeOf(repository) {
  const file = join(repository, 'node_modules/.modules.yaml');
  const [, store] = (existsSync(file) && /"?storeDir"?: "?([^"\n]+)"?/.exec(readFileSync(file, 'utf8'))) || [];
  return store !== undefined && existsSync(store) ? [`--store-dir=${dirname(store)}`] : [];
}
