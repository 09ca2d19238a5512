import { VENDOR_PACKAGES } from '../vendor/declarations.ts';

/** A package.json after the change. */
export interface ManifestChange {
  after: string;
  added: string[];
  removed: string[];
}

type Dependencies = Record<string, string>;

/**
 * Adds the packages that are imported now, and takes away those of the vendor's that nothing imports any more. The indentation
 * stays, and so does the order where it is not that of the alphabet; `undefined` when nothing changes.
 */
export function changeManifest(
  before: string,
  wanted: readonly string[],
  stillUsed: ReadonlySet<string>,
  version: string,
): ManifestChange | undefined {
  const manifest = JSON.parse(before) as Record<'dependencies' | 'devDependencies', Dependencies | undefined>;
  const dependencies = { ...manifest.dependencies };
  const isKnown = (name: string) => name in dependencies || name in (manifest.devDependencies ?? {});
  const added = wanted.filter((name) => !isKnown(name)).sort();
  const removed = VENDOR_PACKAGES.filter((name) => isKnown(name) && !stillUsed.has(name));
  if (added.length === 0 && removed.length === 0) return undefined;
  for (const name of added) dependencies[name] = `^${version}`;
  for (const name of removed) {
    delete dependencies[name];
    delete manifest.devDependencies?.[name];
  }
  const names = Object.keys(manifest.dependencies ?? {});
  const isSorted = names.every((name, index) => index === 0 || (names[index - 1] ?? '') <= name);
  const entries = Object.entries(dependencies);
  const ordered = Object.fromEntries(isSorted ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : entries);
  const indent = /\n([ \t]+)"/.exec(before)?.[1] ?? '  ';
  const end = /\s*$/.exec(before)?.[0] ?? '';
  return { after: `${JSON.stringify({ ...manifest, dependencies: ordered }, null, indent)}${end}`, added, removed };
}
