import { createHash } from 'node:crypto';
import { chmodSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmulatorError } from '../emulator-error.ts';
import { codeOf } from '../error-code.ts';
import { claimName, ownName, SUFFIX_LENGTH } from './claim-name.ts';

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
  for (const path of lockPaths(folder)) {
    const server = createServer((socket) => socket.destroy());
    const outcome = process.platform === 'win32' ? await takePipe(server, path) : await takeSocket(server, path);
    if (outcome === 'taken') {
      // Waiting for others is no reason to stay.
      server.unref();
      return () => release(server, path);
    }
    await closed(server);
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
  return Buffer.byteLength(inside) + SUFFIX_LENGTH > LONGEST_PATH_BYTES ? [beside] : [inside, beside];
}

type Outcome = 'taken' | 'in use' | 'impossible';

/** Pipes of Windows end with their process, and leave nothing over. */
async function takePipe(server: Server, path: string): Promise<Outcome> {
  const code = await listen(server, path);
  if (code === undefined) return 'taken';
  return code === 'EADDRINUSE' ? 'in use' : 'impossible';
}

/** Listens first, and takes the name then: whoever looks at the lock finds one that answers. */
async function takeSocket(server: Server, path: string): Promise<Outcome> {
  const own = ownName(path);
  if ((await listen(server, own)) !== undefined) return 'impossible';
  try {
    chmodSync(own, 0o600);
    return await claimName(own, path);
  } catch {
    // A disk that knows no links, or a lock of somebody else.
    return 'impossible';
  }
}

/** The name goes first: once nobody answers, it may be somebody else's. */
function release(server: Server, path: string): Promise<void> {
  if (process.platform !== 'win32') rmSync(path, { force: true });
  return closed(server);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => void server.close(() => resolve()));
}

/** @returns the code of the error, or nothing when it listens */
function listen(server: Server, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve(codeOf(error) ?? 'unknown');
    server.once('error', fail);
    server.listen(path, () => {
      server.off('error', fail);
      resolve(undefined);
    });
  });
}
