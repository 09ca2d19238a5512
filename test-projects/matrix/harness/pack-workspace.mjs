import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PUBLISHED, packPackages } from '../../packing/pack-packages.mjs';
import { runCommand } from '../../release/run-command.mjs';

/**
 * Our packages as tarballs, named after their contents, so that a project is installed again only when one of them changed.
 *
 * @param {{ cache: string, tarballs?: string }} places `tarballs`: a folder with packed ones; without it, the workspace is packed
 * @returns {Promise<Map<string, { spec: string, manifest: object }>>} by folder name
 */
export async function packWorkspace({ cache, tarballs }) {
  const packed = tarballs ?? mkdtempSync(join(tmpdir(), 'convapi-packed-'));
  if (tarballs === undefined) packPackages(packed);
  const kept = join(cache, 'tarballs');
  mkdirSync(kept, { recursive: true });
  const found = new Map();
  for (const file of readdirSync(packed, { recursive: true }).filter((one) => one.endsWith('.tgz'))) {
    const path = join(packed, file);
    const manifest = JSON.parse(await runCommand('tar', ['-xOf', path, 'package/package.json'], { cwd: packed }));
    const name = manifest.name.replace('@convapi/', '');
    const digest = createHash('sha256')
      .update(await contentsOf(path))
      .digest('hex')
      .slice(0, 12);
    const target = join(kept, `${name}-${digest}.tgz`);
    cpSync(path, target);
    found.set(name, { spec: `file:${target}`, manifest });
  }
  if (tarballs === undefined) rmSync(packed, { recursive: true });
  const missing = PUBLISHED.filter((name) => !found.has(name));
  if (missing.length > 0) throw new Error(`No tarball of ${missing.join(', ')} in ${packed}.`);
  return found;
}

/** A tarball holds the time at which it was packed; what lies in it does not. */
async function contentsOf(path) {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-unpacked-'));
  try {
    await runCommand('tar', ['-xf', path, '-C', folder], { cwd: folder });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const paths = files.map((one) => join(one.parentPath, one.name)).sort();
    return Buffer.concat(paths.flatMap((one) => [Buffer.from(one.slice(folder.length)), readFileSync(one)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
