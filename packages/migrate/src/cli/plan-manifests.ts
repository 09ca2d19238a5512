import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Migration } from '../migrate-texts.ts';
import { VENDOR_PACKAGES } from '../vendor/declarations.ts';
import { changeManifest, type ManifestChange } from './change-manifest.ts';
import type { Folder } from './read-folder.ts';

/** A package.json that changes. */
export interface PlannedManifest extends ManifestChange {
  path: string;
  before: string;
}

/** The changes of every package.json whose files change; one is responsible for the files below it that no nearer one has. */
export function planManifests(folder: string, { texts, manifests }: Folder, { changes }: Migration, version: string): PlannedManifest[] {
  const now = new Map([...texts, ...changes.map(({ path, after }) => [path, after] as const)]);
  const byDepth = [...manifests].sort((a, b) => b.length - a.length);
  const ownerOf = (path: string) => byDepth.find((one) => dirname(one) === '.' || path.startsWith(`${dirname(one)}/`));
  return manifests.flatMap((path) => {
    const wanted = new Set(changes.filter((one) => ownerOf(one.path) === path).flatMap(({ packages }) => packages));
    const own = [...now].filter(([file]) => ownerOf(file) === path).map(([, text]) => text);
    const stillUsed = new Set(
      VENDOR_PACKAGES.filter((name) => own.some((text) => text.includes(`'${name}'`) || text.includes(`"${name}"`))),
    );
    const isConcerned = changes.some((one) => ownerOf(one.path) === path);
    if (!isConcerned) return [];
    const before = readFileSync(join(folder, path), 'utf8');
    const change = changeManifest(before, [...wanted], stillUsed, version);
    return change ? [{ path, before, ...change }] : [];
  });
}
