import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstProgram, PRINTS } from './first-program.mjs';
import { installPublished } from './install-published.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Installs one package alone from the registry into an empty folder and runs the first program of its README there.
 *
 * @returns {Promise<{ name: string, format: string, version: string, packages: number, printed: string, ok: boolean }>}
 */
export async function tryPackage({ name, format, version, folder, registry, readme, account }) {
  const project = join(folder, `${name}-${format}`);
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', version: '1.0.0', private: true, type: format }));
  await installPublished(`@convapi/${name}@${version}`, { project, registry, cache: join(folder, 'npm-cache') });
  const strangers = resolvedElsewhere(project, registry.url);
  if (strangers.length > 0) throw new Error(`Not from the registry of the rehearsal: ${strangers.join(', ')}`);
  writeFileSync(join(project, 'program.js'), firstProgram(readme, format, account));
  const printed = (await runCommand(process.execPath, ['program.js'], { cwd: project })).trim();
  const installed = readdirSync(join(project, 'node_modules')).filter((one) => !one.startsWith('.'));
  const own = readdirSync(join(project, 'node_modules/@convapi')).length;
  return { name, format, version, packages: installed.length - 1 + own, printed, ok: PRINTS[name].test(printed) };
}

/** Packages of ours that npm took from another place. */
function resolvedElsewhere(project, url) {
  const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, { resolved = '' }]) => path.includes('node_modules/@convapi/') && !resolved.startsWith(url))
    .map(([path]) => path);
}
