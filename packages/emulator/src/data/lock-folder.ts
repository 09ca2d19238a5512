import { createHash } from 'node:crypto';
import { chmodSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmulatorError } from '../emulator-error.ts';
import { codeOf, reasonOf } from '../error-code.ts';

/** Name of the lock in a data folder. */
export const LOCK_NAME = 'lock';

/** Addresses of Unix sockets hold no longer path; macOS has the shortest. */
const LONGEST_PATH_BYTES = 100;

/**
 * Keeps other emulators out of a folder until it is released or the process ends, however it ends: the lock is a socket that this process
 * listens on, and the system closes that with the process. A socket that nobody listens on is left over, and taken.
 *
 * @returns releases it
 * @throws {@link EmulatorError} when another emulator has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const server = createServer((socket) => socket.destroy());
  for (const path of lockPaths(folder)) {
    const outcome = await take(server, path);
    if (outcome === 'taken') {
      // Waiting for others is no reason to stay.
      server.unref();
      return () => new Promise((resolve) => void server.close(() => resolve()));
    }
    if (outcome === 'in use') {
      throw new EmulatorError(`The data folder ${folder} is in use by another emulator. Stop that one, or choose another folder.`);
    }
  }
  throw new EmulatorError(`The data folder ${folder} cannot be locked. Choose one on a disk of this machine.`);
}

/** Where the lock of a folder may be: all emulators look at the same places in the same order. */
function lockPaths(folder: string): string[] {
  const real = realpathSync(folder);
  const name = `convapi-emulator-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return [`\\\\.\\pipe\\${name}`];
  const inside = join(real, LOCK_NAME);
  // Shared folders of some virtual machines hold no sockets.
  const beside = join(tmpdir(), `${name}.lock`);
  return Buffer.byteLength(inside) > LONGEST_PATH_BYTES ? [beside] : [inside, beside];
}

async function take(server: Server, path: string): Promise<'taken' | 'in use' | 'impossible'> {
  const code = await listen(server, path);
  if (code !== 'EADDRINUSE') return code === undefined ? 'taken' : 'impossible';
  if (await isAnswered(path)) return 'in use';
  // Moved before it is removed: if somebody else has taken it over meanwhile, this is their lock and goes back.
  const left = `${path}-${process.pid}-${Date.now()}`;
  try {
    renameSync(path, left);
    if (await isAnswered(left)) {
      renameSync(left, path);
      return 'in use';
    }
    rmSync(left, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw new EmulatorError(`The lock ${path} cannot be taken: ${reasonOf(error)}.`, { cause: error });
  }
  return (await listen(server, path)) === undefined ? 'taken' : 'in use';
}

/** @returns the code of the error, or nothing when it listens */
function listen(server: Server, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve(codeOf(error) ?? 'unknown');
    server.once('error', fail);
    server.listen(path, () => {
      server.off('error', fail);
      // On Windows it is no file.
      if (process.platform !== 'win32') chmodSync(path, 0o600);
      resolve(undefined);
    });
  });
}

/** Does somebody listen? One whose rights are not enough to ask is somebody. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(codeOf(error) ?? '')));
  });
}
