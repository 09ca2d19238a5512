import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { FILE_MODE } from './private-folder.ts';

/** Writes as much as fits, and says how much that was. */
export type WriteSync = (handle: number, bytes: Buffer, offset: number, length: number, position: number) => number;

/** Writes all of it: the system may take less at a time, as when the disk is almost full. */
export function writeAt(write: WriteSync, handle: number, bytes: Buffer, position: number): void {
  for (let written = 0; written < bytes.length; ) {
    written += write(handle, bytes, written, bytes.length - written, position + written);
  }
}

/** Puts a file in the place of another in one step, so that one of them is there whole whenever the process ends. */
export function replaceFile(write: WriteSync, path: string, draft: string, bytes: Buffer): void {
  try {
    const handle = openSync(draft, 'w', FILE_MODE);
    try {
      writeAt(write, handle, bytes, 0);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
