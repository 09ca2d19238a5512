import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A runtime and how to start it. `command` throws when it is not there.
 *
 * @typedef {object} Runtime
 * @property {string} name
 * @property {RegExp} version What it must say that it is, so that no other binary passes for it.
 * @property {(base: string) => string[]} command Program and arguments.
 */

const folder = fileURLToPath(new URL('..', import.meta.url));
const runner = join(folder, 'runners/process.js');
/** A project of its own, so that an install of the repository does not bring 280 MB of runtimes. */
const ownManifest = join(folder, 'runtimes/package.json');

/**
 * The binary that a package brings as one optional dependency for each platform, of which the package manager installs
 * the fitting one. Taken from there because the launchers need install scripts, and this repository runs none.
 *
 * @param {string} manifest The package.json with the optional dependencies.
 * @param {string} prefix Of their names.
 * @param {string[]} places Where the binary may stand in them.
 */
function findBinary(manifest, prefix, places) {
  const { resolve } = createRequire(manifest);
  const names = Object.keys(readManifest(manifest).optionalDependencies).filter((name) => name.startsWith(prefix));
  for (const name of names) {
    const found = folderOf(resolve, name);
    const binary = places.map((place) => join(found ?? '', place)).find((path) => found !== undefined && existsSync(path));
    if (binary) return binary;
  }
  throw new Error(
    `none of ${prefix}* is installed for ${process.platform} ${process.arch}: run "pnpm test:runtimes", which installs them, or it has no such package`,
  );
}

/** @param {NodeJS.RequireResolve} resolve @param {string} name */
function folderOf(resolve, name) {
  try {
    return dirname(resolve(`${name}/package.json`));
  } catch {
    return undefined; // made for another platform
  }
}

/** @param {string} path */
function readManifest(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A package that is installed, with its version. @param {string} name */
function installed(name) {
  const manifest = createRequire(ownManifest).resolve(`${name}/package.json`);
  return { manifest, version: readManifest(manifest).version };
}

/** @param {string} major @returns {Runtime} */
function nodeOf(major) {
  return {
    name: `node ${major}`,
    version: new RegExp(`^${major}\\.`),
    command: (base) => [findBinary(ownManifest, `node-${major}-`, ['bin/node']), runner, base],
  };
}

/** Every runtime that the packages are made for. The oldest Node is the one that this runs on. @type {Runtime[]} */
export const RUNTIMES = [
  { name: 'node 20', version: /^20\./, command: (base) => [process.execPath, runner, base] },
  nodeOf('22'),
  nodeOf('24'),
  nodeOf('26'),
  {
    name: 'bun',
    version: /^1\./,
    command: (base) => [findBinary(installed('bun').manifest, '@oven/bun-', ['bin/bun', 'bin/bun.exe']), '--no-install', runner, base],
  },
  {
    name: 'deno',
    version: /^2\./,
    // The network of this machine and nothing else: neither files nor the environment.
    command: (base) => [
      findBinary(installed('deno').manifest, '@deno/', ['deno', 'deno.exe']),
      ...[
        'run',
        '--no-prompt',
        '--no-remote',
        '--no-lock',
        '--no-config',
        '--node-modules-dir=manual',
        '--allow-net=127.0.0.1',
        runner,
        base,
      ],
    ],
  },
  { name: 'workerd', version: /^1\./, command: (base) => [process.execPath, join(folder, 'runners/workerd.mjs'), base] },
];
