import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConvapiError } from '../errors.ts';
import type { DriftNote } from './drift-note.ts';

/** The notes of a file; none when there is no file yet. */
export function readNotes(file: string): DriftNote[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw broken(file, error);
  }
  try {
    const content = JSON.parse(text) as { version?: unknown; seen?: unknown };
    if (content.version === 1 && Array.isArray(content.seen)) return content.seen as DriftNote[];
  } catch (error) {
    throw broken(file, error);
  }
  throw broken(file, undefined);
}

/** Writes beside the file first, so that a crash leaves the old one. */
export function writeNotes(file: string, notes: readonly DriftNote[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify({ version: 1, seen: notes }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function broken(file: string, cause: unknown): ConvapiError {
  return new ConvapiError(`[@convapi/core] ${file} holds no drift notes. Give another file, or delete it to begin anew.`, { cause });
}
