import { open } from 'node:fs/promises';
import { hostname } from 'node:os';
import { tryLock } from 'fs-native-extensions';

/** Beyond what is written into the file: on Windows a locked part cannot be read, and who is refused has to read who has it. */
const LOCKED_BYTE = 1_048_576;

/** What came of locking: `release` when the lock is held, else `holder`, in words. */
export type LockResult = { release(): Promise<void>; holder?: undefined } | { holder: string; release?: undefined };

/**
 * Locks a file, made when it is not there. The lock is one of the operating system, which ends it with the process
 * however that ends: there is no stale lock to recognise, no number of an old process to be taken for a new one, and of
 * two starts at once one is first. The file stays, because who removes it could remove the lock of another.
 */
export async function lockFile(path: string, now: () => number): Promise<LockResult> {
  const file = await open(path, 'a+', 0o600);
  try {
    if (!tryLock(file.fd, LOCKED_BYTE, 1)) {
      const words = (await file.readFile('utf8')).trim();
      await file.close();
      return { holder: words || 'another process' };
    }
    await file.truncate();
    await file.appendFile(`process ${process.pid} on ${hostname()}, since ${new Date(now()).toISOString()}\n`);
    return { release: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}
