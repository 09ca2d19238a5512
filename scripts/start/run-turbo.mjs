import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install-missing.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const SCOPE = '--install=';

/**
 * Runs turbo with everything installed that the run needs, and ends this process as turbo ended where that was badly.
 *
 * @param {string[]} given arguments of turbo; before them, `--install=` names the packages that are enough
 */
export async function runTurbo(given) {
  const startedAtMs = Date.now();
  const isScope = (arg) => arg.startsWith(SCOPE);
  await installMissing(
    repository,
    given.filter(isScope).map((arg) => arg.slice(SCOPE.length)),
  );
  const args = given.filter((arg) => !isScope(arg));
  const env = {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    // tests tell how long installing and building took before them
    STARTED_AT_MS: String(startedAtMs),
    // turbo starts the pnpm that it finds here
    PATH: [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  };
  const { status } = spawnSync('turbo', args, { cwd: repository, env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}
