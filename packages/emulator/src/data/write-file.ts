import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { FILE_MODE } from './private-folder.ts';

/** Writes as much as fits, and says how much that was. */
export type WriteSync = (handle: number, bytes: Buffer, offset: number, length: number, position: number) => number;

/** Writes all of it: the system may take less at a time, as when the disk is almost full. */
export function writeAt(write: WriteSync, handle: number, bytes: Buffer, position: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += write(handle, bytes, written, bytes.length - written, position + written);
  }
}

/** Writes a new file, which is there whole or not at all unless the process ends meanwhile. */
export function writeNewFile(write: WriteSync, path: string, bytes: Buffer): void {
  try {
    const handle = openSync(path, 'w', FILE_MODE);
    try {
      writeAt(write, handle, bytes, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}
