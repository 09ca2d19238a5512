import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages whose declarations are watched. */
export const PACKAGES = ['core', 'auth', 'webhook-verifier', 'message-builder', 'handset', 'client', 'emulator', 'migrate'];

/** One importable path of a package and the declarations behind it. */
export interface Entry {
  /** What customers import: `@convapi/client/node`. */
  id: string;
  package: string;
  /** Declarations as they are packed. */
  declarations: string;
}

/** The entries of all packages, as their manifests say. */
export function readEntries(repository: string, names: readonly string[] = PACKAGES): Entry[] {
  return names.flatMap((name) => {
    const folder = join(repository, 'packages', name);
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      exports: Record<string, { types: string } | { import: { types: string } } | string>;
    };
    return Object.entries(exports).flatMap(([path, target]) => {
      // what packages of ours share with each other may change at any time
      if (typeof target === 'string' || path.startsWith('./internal/')) return [];
      return [
        {
          id: `@convapi/${name}${path.slice(1)}`,
          package: name,
          declarations: join(folder, 'import' in target ? target.import.types : target.types),
        },
      ];
    });
  });
}

/** The entry that a report is of: `client`, `node.api.d.ts` → `@convapi/client/node`. */
export function entryOf(name: string, file: string): string {
  const entry = file.replace(/\.api\.d\.ts$/, '').replaceAll('+', '/');
  return entry === 'index' ? `@convapi/${name}` : `@convapi/${name}/${entry}`;
}

/** Where the report of an entry is kept, from the top of the repository. */
export function reportOf(entry: string): string {
  const [, name, ...path] = entry.split('/');
  return `packages/${name}/api/${path.length === 0 ? 'index' : path.join('+')}.api.d.ts`;
}
