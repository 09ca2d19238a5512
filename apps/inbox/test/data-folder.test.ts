import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeAccessKey } from '../src/data-folder/access-key.ts';
import { makePrivateFolder } from '../src/data-folder/private-folder.ts';
import { createInbox } from '../src/index.ts';

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

describe('the access key', () => {
  const folder = (name: string) => ({ path: join(root, name), release: async () => {} });

  it('is random, and another one without a folder each time', async () => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => takeAccessKey(undefined, undefined)));
    expect(new Set(keys).size).toBe(20);
    for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
  });

  it('is kept in the folder, for its owner only', async () => {
    await mkdir(join(root, 'keeps'));
    const key = await takeAccessKey(undefined, folder('keeps'));
    expect(await takeAccessKey(undefined, folder('keeps'))).toBe(key);
    const path = join(root, 'keeps', 'access-key');
    expect([await modeOf(path), await readFile(path, 'utf8')]).toEqual(['600', `${key}\n`]);
    await chmod(path, 0o644);
    await takeAccessKey(undefined, folder('keeps'));
    expect(await modeOf(path)).toBe('600');
  });

  it('may be given, and is then not kept', async () => {
    await mkdir(join(root, 'given'));
    expect(await takeAccessKey('0123456789abcdef0123456789', folder('given'))).toBe('0123456789abcdef0123456789');
    await expect(stat(join(root, 'given', 'access-key'))).rejects.toThrow('ENOENT');
  });

  it.each(['', 'password', '0123456789abcdef01234', 'twenty-two with a space', 'äääääääääääääääääääääää'])(
    'is refused when it can be guessed: "%s"',
    async (accessKey) => {
      const options = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;
      await expect(createInbox({ ...options, accessKey })).rejects.toThrow('`accessKey` (INBOX_KEY) can be guessed');
      await mkdir(join(root, 'weak'), { recursive: true });
      await writeFile(join(root, 'weak', 'access-key'), accessKey);
      await expect(takeAccessKey(undefined, folder('weak'))).rejects.toThrow(/The key in .*access-key can be guessed/);
    },
  );
});
