import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstProgram, PRINTS } from './first-program.mjs';
import { installPublished } from './install-published.mjs';
import { runCommand } from './run-command.mjs';

/** One project is of either, in turn: npm installs the same for both. */
export const FORMATS = ['module', 'commonjs'];

/**
 * Installs one package alone from the registry into an empty folder and runs the first program of its README there, in each
 * module format.
 *
 * @returns {Promise<{ name: string, format: string, version: string, packages: number, printed: string, ok: boolean }[]>}
 */
export async function tryPackage({ name, version, folder, registry, readme, account }) {
  const project = join(folder, name);
  const manifest = join(project, 'package.json');
  mkdirSync(project, { recursive: true });
  writeFileSync(manifest, JSON.stringify({ name: 'consumer', version: '1.0.0', private: true }));
  await installPublished(`@convapi/${name}@${version}`, { project, registry, cache: join(folder, 'npm-cache') });
  const strangers = resolvedElsewhere(project, registry.url);
  if (strangers.length > 0) throw new Error(`Not from the registry of the rehearsal: ${strangers.join(', ')}`);
  const installed = readdirSync(join(project, 'node_modules')).filter((one) => !one.startsWith('.'));
  const packages = installed.length - 1 + readdirSync(join(project, 'node_modules/@convapi')).length;
  const rows = [];
  for (const format of FORMATS) {
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), type: format }));
    writeFileSync(join(project, 'program.js'), firstProgram(readme, format, account));
    const printed = (await runCommand(process.execPath, ['program.js'], { cwd: project })).trim();
    rows.push({ name, format, version, packages, printed, ok: PRINTS[name].test(printed) });
  }
  return rows;
}

/** Packages of ours that npm took from another place. */
function resolvedElsewhere(project, url) {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { resolved = '' }]) => path.includes('node_modules/@convapi/') && !resolved.startsWith(url))
    .map(([path]) => path);
}
