import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../release/run-command.mjs';

// No script of a stranger runs: what is needed lies in the packages, and nothing is asked of other servers.
const INSTALL = ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

/**
 * A project with what the cells of a group have in common, installed once: again only when a version or one of our tarballs changed.
 *
 * @param {{ name: string, dependencies?: Record<string, string>, manifest?: object, alone?: boolean }} group
 *   `manifest`: what else its package.json says; `alone`: the cells install the subject themselves
 * @param {{ name: string, dependencies: Record<string, string> }} subject
 * @param {string} cache
 * @returns {Promise<string>} the folder
 */
export async function installGroup(group, subject, cache) {
  const folder = join(cache, 'groups', `${group.name}-${subject.name.replace('/', '-')}`);
  const dependencies = { ...group.dependencies, ...(group.alone ? {} : subject.dependencies) };
  const manifest = JSON.stringify({ name: 'consumer', version: '1.0.0', private: true, dependencies, ...group.manifest }, null, 2);
  const marker = join(folder, 'installed.json');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === manifest) return folder;
  mkdirSync(folder, { recursive: true });
  rmSync(marker, { force: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  if (Object.keys(dependencies).length > 0) await runCommand('npm', INSTALL, { cwd: folder });
  writeFileSync(marker, manifest);
  return folder;
}
