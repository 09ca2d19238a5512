import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Programs written for the purpose: a folder each, with its files before and after. */
export const PROGRAMS = fileURLToPath(new URL('programs', import.meta.url));

export function programNames(): string[] {
  return readdirSync(PROGRAMS).sort();
}

/** The files of a folder by name. */
export function readTexts(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const));
}
