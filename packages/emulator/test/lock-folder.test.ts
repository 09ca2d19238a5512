import { linkSync, readdirSync, renameSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimName, identityOf, nameAfter, ownName, succeed } from '../src/data/claim-name.ts';
import { lockFolder } from '../src/data/lock-folder.ts';
import { makeFolder } from './state-folder.ts';

/** Listens on a socket of a name of its own, as one that wants the lock does. */
async function startCandidate(path: string): Promise<{ own: string; server: Server }> {
  const server = createServer((socket) => socket.destroy());
  onTestFinished(() => void server.close());
  const own = ownName(path);
  await new Promise<void>((resolve) => void server.listen(own, resolve));
  return { own, server };
}

/** Leaves a socket that nobody listens on, as a process does that is killed. */
async function leaveDead(path: string): Promise<string> {
  const { own, server } = await startCandidate(`${path}.dead`);
  linkSync(own, `${path}.kept`);
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  renameSync(`${path}.kept`, path);
  return identityOf(path) ?? '';
}

const path = () => join(makeFolder(), 'lock');

describe('the lock of a data folder', () => {
  it('is not taken over by one that found it dead before another took it over', async () => {
    const lock = path();
    const [slow, quick, dead] = [await startCandidate(lock), await startCandidate(lock), await leaveDead(lock)];
    expect(await succeed(quick.own, lock, dead)).toBe('taken');
    expect(await succeed(slow.own, lock, dead)).toBe('too late');
    expect(await claimName(slow.own, lock)).toBe('in use');
  });

  it('is not taken over by one that found it dead before another had it and gave it back', async () => {
    const lock = path();
    const [slow, dead] = [await startCandidate(lock), await leaveDead(lock)];
    await (await lockFolder(join(lock, '..')))();
    expect(await succeed(slow.own, lock, dead)).toBe('too late');
    expect(await claimName(slow.own, lock)).toBe('taken');
  });

  it('is taken over where the one that took it over was killed half-way', async () => {
    const lock = path();
    const [second, dead] = [await startCandidate(lock), await leaveDead(lock)];
    // It has made its link, and then nothing more of it.
    await leaveDead(nameAfter(lock, dead));
    expect(await succeed(second.own, lock, dead)).toBe('taken');
    expect(identityOf(lock)).not.toBe(dead);
    expect(readdirSync(join(lock, '..'))).toEqual(['lock']);
  });

  it('goes to one of many that find it dead together, each time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const lock = path();
      await leaveDead(lock);
      const started = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(join(lock, '..'))));
      const held = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(held).toHaveLength(1);
      expect(readdirSync(join(lock, '..'))).toEqual(['lock']);
      await held[0]?.();
      expect(readdirSync(join(lock, '..'))).toEqual([]);
    }
  });
});
