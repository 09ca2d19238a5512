import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePrivateFolder } from '../src/data-folder/private-folder.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'inbox-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function modeOf(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

async function makePrivate(path: string): Promise<string[]> {
  const words: string[] = [];
  await makePrivateFolder(path, { info() {}, warn: (message) => void words.push(message), error() {} });
  return words;
}

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  it.each([0o000, 0o022, 0o077, 0o777])('is made for its owner only, whatever the umask: %o', async (umask) => {
    const path = join(root, `umask-${umask}`, 'data');
    await mkdir(join(root, `umask-${umask}`));
    const before = process.umask(umask);
    try {
      expect(await makePrivate(path)).toEqual([]);
    } finally {
      process.umask(before);
    }
    expect(await modeOf(path)).toBe('700');
  });

  it.each(['PG_VERSION', 'inbox.lock', undefined])(
    'is tightened with a word when an inbox left it open, or it is empty: %s',
    async (mark) => {
      const path = join(root, `open-${mark}`);
      await mkdir(path);
      if (mark) await writeFile(join(path, mark), '');
      await chmod(path, 0o755);
      expect(await makePrivate(path)).toEqual([
        `The folder ${path} was open to other users of this machine. It is now for its owner only.`,
      ]);
      expect(await modeOf(path)).toBe('700');
      expect(await makePrivate(path)).toEqual([]);
    },
  );

  it('is refused and left alone when it is open and holds other things', async () => {
    const path = join(root, 'shared');
    await mkdir(path);
    await writeFile(join(path, 'notes.txt'), '');
    await chmod(path, 0o755);
    await expect(makePrivate(path)).rejects.toThrow(/\[@convapi\/inbox\] The folder .*shared is open to others, and holds other things\./);
    expect(await modeOf(path)).toBe('755');
    await makePrivate(join(path, 'inbox'));
    expect(await modeOf(join(path, 'inbox'))).toBe('700');
  });
});
