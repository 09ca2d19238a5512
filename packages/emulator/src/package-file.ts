import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Where a file stands that the package brings along beside its code, which may be one file or many.
 *
 * @param name within `dist`
 */
export function packageFile(name: string): string {
  const { resolve } = createRequire(typeof __filename === 'string' ? __filename : import.meta.url);
  return join(dirname(resolve('@convapi/emulator/package.json')), 'dist', name);
}

/** Folder of the console within `dist`. */
export const CONSOLE_FOLDER = 'console';

/** Was the console built into the package? */
export function hasConsole(): boolean {
  return existsSync(packageFile(CONSOLE_FOLDER));
}
