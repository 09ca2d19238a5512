import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * The functions of the message builder, each with the named schemas that its source speaks of, also through what it imports.
 * Read from the sources by their imports, so that a new builder needs no entry anywhere.
 */
export async function findBuilders(folder: string): Promise<Map<string, Set<string>>> {
  const index = await readFile(join(folder, 'src/index.ts'), 'utf8').catch(() => '');
  const builders = new Map<string, Set<string>>();
  for (const [, list = '', path = ''] of index.matchAll(/export \{([^}]*)\} from '(\.[^']+)'/g)) {
    const names = list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => /^[a-z]\w*$/.test(one));
    if (names.length === 0) continue;
    const schemas = await importedSchemas(resolve(folder, 'src', path), new Set());
    for (const name of names) builders.set(name, schemas);
  }
  return builders;
}

/** What a file and the files that it imports take from `@convapi/core`. */
async function importedSchemas(file: string, seen: Set<string>): Promise<Set<string>> {
  const names = new Set<string>();
  if (seen.has(file)) return names;
  seen.add(file);
  const text = await readFile(file, 'utf8').catch(() => '');
  for (const [, list = '', from = ''] of text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    if (from === '@convapi/core') for (const one of list.split(',')) names.add(one.replace(/^\s*type /, '').trim());
    else if (from.startsWith('.')) for (const one of await importedSchemas(resolve(dirname(file), from), seen)) names.add(one);
  }
  return names;
}
