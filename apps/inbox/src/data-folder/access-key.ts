import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConvapiError } from '@convapi/core';
import type { DataFolder } from './data-folder.ts';

const KEY_BYTES = 32;
/** 128 bits, written with 64 different characters. */
const MIN_KEY_LENGTH = 22;
const FILE_MODE = 0o600;

/** A key that was given, or the one that the folder keeps, or a new one, which the folder then keeps. */
export async function takeAccessKey(given: string | undefined, folder: DataFolder | undefined): Promise<string> {
  if (given !== undefined) return given;
  if (folder === undefined) return newKey();
  const path = join(folder.path, 'access-key');
  const kept = await readKept(path);
  if (kept === undefined) return keep(path, newKey());
  checkAccessKey(kept, `The key in ${path}`);
  await chmod(path, FILE_MODE);
  return kept;
}

/** @throws ConvapiError when somebody could guess it. */
export function checkAccessKey(key: string, name: string): void {
  if (key.length >= MIN_KEY_LENGTH && /^[\x21-\x7e]+$/.test(key)) return;
  const advice = '`openssl rand -hex 16` makes one';
  throw new ConvapiError(
    `[@convapi/inbox] ${name} can be guessed or cannot be sent: it takes at least ${MIN_KEY_LENGTH} random characters without spaces. ${advice}.`,
  );
}

function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

async function readKept(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** By another name first: a process that ends half-way must not leave half a key. */
async function keep(path: string, key: string): Promise<string> {
  await writeFile(`${path}.new`, `${key}\n`, { mode: FILE_MODE });
  await rename(`${path}.new`, path);
  return key;
}
