import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
export const SOURCE = fileURLToPath(new URL('../../../src', import.meta.url));

/** Every file below a folder with one of these endings, with slashes on every system. */
export function filesIn(folder: string, ...endings: string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Pages of the built site, such as `start/emulator.html`; without the one for what is not there. */
export function builtPages(): string[] {
  return filesIn(DIST, '.html').filter((file) => file !== '404.html');
}

export function readBuilt(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

/** `start/emulator.html` is at `/start/emulator`, `start/index.html` at `/start/`. */
export function addressOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`;
}
