import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startInbox } from '../../src/index.ts';
import { createDataFolder } from '../data-folder.ts';
import { ENVIRONMENT, startProgram } from '../program.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const OPTIONS = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the built program to its end. */
const run = (env: Record<string, string>) => startProgram(env).ended;

describe('the program', () => {
  it('counts an empty variable as missing, and says what is wrong with others', async () => {
    const { code, err } = await run({ ...ENVIRONMENT, SINCH_APP_ID: ' ', SINCH_REGION: 'mars', PORT: '99999' });
    expect(code).toBe(1);
    expect(err).toContain('SINCH_APP_ID is missing');
    expect(err).toContain('SINCH_REGION is "mars": use us, eu, br.');
    expect(err).toContain('PORT is "99999"');
    expect(err).not.toContain('SINCH_KEY_ID');
    expect(err).not.toContain('very-secret');
  });

  it('lets people in by a command, the first as an admin, and deletes a person by another', async () => {
    const env = { ...ENVIRONMENT, INBOX_DATA: await createDataFolder(folder), INBOX_URL: 'https://inbox.example.com' };
    const added = await startProgram(env, ['add-agent', '--email', 'anna@example.com', '--name', 'Anna']).ended;
    expect([added.code, added.err]).toEqual([0, '']);
    expect(added.out).toMatch(
      /^Anna <anna@example.com> works with the inbox now, as admin\.\n.*\nhttps:\/\/inbox\.example\.com\/sign-in\?token=\w+\n$/,
    );
    const again = await startProgram(env, ['add-agent', '--email', 'anna@example.com']).ended;
    expect(again.out).toMatch(/^anna@example.com works with the inbox already\.\n/);
    const deleted = await startProgram(env, ['delete-person', '+46 70 700 00 09']).ended;
    expect([deleted.code, deleted.out]).toEqual([0, 'Deleted 0 conversations with 0 messages and 0 files.\n']);
  });

  it.each([
    [['add-agent'], 'add-agent needs --email', 1],
    [['add-agent', '--email', 'a@b.c', '--role', 'boss'], '--role is "boss": use agent or admin.', 1],
    [['delete-person'], 'delete-person needs one address', 1],
    [['delete'], 'Usage: node apps/inbox/dist/main.js', 2],
  ])('says what is wrong with a command: %j', async (args, words, exitCode) => {
    const { code, err } = await startProgram({ ...ENVIRONMENT, INBOX_DATA: await createDataFolder(folder) }, args).ended;
    expect([code, err]).toEqual([exitCode, expect.stringContaining(words)]);
  });

  it('says so when the port is taken', async () => {
    const inbox = await startInbox({ ...OPTIONS, dataDir: await createDataFolder(folder) });
    const { port } = new URL(inbox.url);
    const { code, err } = await run({ ...ENVIRONMENT, PORT: port });
    expect([code, err]).toEqual([1, `[@convapi/inbox] Port ${port} is taken. Choose another. (EADDRINUSE)\n`]);
    await inbox.close();
  });
});
