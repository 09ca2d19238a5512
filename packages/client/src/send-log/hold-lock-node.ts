import { open, readFile, rm } from 'node:fs/promises';
import { ConvapiError } from '@convapi/core';
import { codeOf } from '../error-shape.ts';

/**
 * Holds a lock file for this process; returns what gives it back. A lock that a process left behind when it was killed is
 * taken over.
 *
 * @throws {@link ConvapiError} when another process that lives holds it.
 */
export async function holdLock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = await open(path, 'wx', 0o600);
      await handle.writeFile(`${process.pid} ${performance.timeOrigin}`);
      await handle.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const [pid = 0, startedAt = 0] = (await readFile(path, 'utf8').catch(() => '')).split(' ').map(Number);
    // an earlier process may have had the number of this one
    if (pid === process.pid ? startedAt === performance.timeOrigin : pid > 0 && isAlive(pid)) {
      throw new ConvapiError(`[@convapi/client] ${path} is held by process ${pid}. One process can use a file of sends at a time.`);
    }
    await rm(path, { force: true });
  }
  throw new ConvapiError(`[@convapi/client] ${path} is held by another process. One process can use a file of sends at a time.`);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
