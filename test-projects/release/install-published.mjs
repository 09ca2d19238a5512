import { runCommand } from './run-command.mjs';

/**
 * Installs a package of ours into a folder with a manifest: ours from the registry of the rehearsal, what they depend on from the one that
 * npm is set to on this machine, by whatever way it reaches that.
 *
 * @param {string} spec name and version
 * @param {{ project: string, registry: { url: string }, cache: string }} places
 */
export async function installPublished(spec, { project, registry, cache }) {
  const ours = `--@convapi:registry=${registry.url}`;
  // The lockfile must tell where each package came from, whatever the settings of this machine.
  const settings = ['--no-omit-lockfile-registry-resolved', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // Not by `--prefix`: npm would then look for the settings of this machine below that folder.
  await runCommand('npm', ['install', spec, ours, '--cache', cache, ...settings], { cwd: project });
}
