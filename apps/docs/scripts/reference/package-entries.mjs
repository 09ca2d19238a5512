import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages = fileURLToPath(new URL('../../../../packages', import.meta.url));

/** The published packages, those that a program begins with first. */
export const PACKAGES = ['client', 'webhook-verifier', 'message-builder', 'emulator', 'handset', 'auth', 'core'];

/** Those first on which others stand: what several packages export is documented where it was declared. */
const BY_LAYER = [...PACKAGES].reverse();

/**
 * What customers can import, with the file that it is made from. Read from the manifests, so an entry is written down once.
 *
 * @returns {{ name: string, page: string, source: string, package: string }[]}
 */
export function entriesOf() {
  return BY_LAYER.flatMap((folder) => {
    const { exports } = JSON.parse(readFileSync(`${packages}/${folder}/package.json`, 'utf8'));
    return Object.entries(exports).flatMap(([entry, target]) => {
      const file = (target.import ?? target).default;
      if (typeof file !== 'string' || !/\.m?js$/.test(file) || entry.includes('/internal/')) return [];
      const source = sourceOf(`${packages}/${folder}/${file.replace('./dist/', 'src/').replace(/\.m?js$/, '')}`);
      return [
        {
          name: `@convapi/${folder}${entry.slice(1)}`,
          page: `${folder}/${entry === '.' ? 'index' : entry.slice(2)}`,
          source,
          package: folder,
        },
      ];
    });
  });
}

/** @param {string} path without its ending */
function sourceOf(path) {
  const found = ['.ts', '.tsx'].map((ending) => path + ending).find(existsSync);
  if (!found) throw new Error(`${path} has no source.`);
  return found;
}
