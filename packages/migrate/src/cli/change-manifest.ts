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
 * stays; `undefined` when nothing changes.
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
  const sorted = Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)));
  const indent = /\n([ \t]+)"/.exec(before)?.[1] ?? '  ';
  const end = /\s*$/.exec(before)?.[0] ?? '';
  return { after: `${JSON.stringify({ ...manifest, dependencies: sorted }, null, indent)}${end}`, added, removed };
}
