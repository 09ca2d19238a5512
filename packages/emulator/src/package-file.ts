import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Folder of the console within `dist`. */
export const CONSOLE_FOLDER = 'console';

/**
 * Where a file or folder stands that the package brings along beside its code; `undefined` where it is not there, as in a bundle that took the code
 * alone.
 *
 * @param name within `dist`
 */
export function findPackageFile(name: string): string | undefined {
  const folder = findPackage();
  const path = folder === undefined ? undefined : join(folder, 'dist', name);
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** The code may be one file or many, and of either format: so the package is asked for by its name. */
function findPackage(): string | undefined {
  try {
    return dirname(createRequire(typeof __filename === 'string' ? __filename : import.meta.url).resolve('@convapi/emulator/package.json'));
  } catch {
    return undefined;
  }
}
