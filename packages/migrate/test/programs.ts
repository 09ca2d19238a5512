import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Programs written for the purpose: a folder each, with its files before and after. Their names end in `.txt`, because no tool of the
 * repository is to read them as its own code: some do not parse, and they import what is not installed.
 */
export const PROGRAMS = fileURLToPath(new URL('programs', import.meta.url));

export function programNames(): string[] {
  return readdirSync(PROGRAMS).sort();
}

/** The files of a folder by name. */
export function readTexts(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')] as const));
}

/** Puts a program, as it is before, into a folder of a test. */
export function copyProgram(name: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const [path, text] of readTexts(join(PROGRAMS, name, 'before'))) writeFileSync(join(target, path), text);
}
