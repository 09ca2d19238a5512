import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createInbox, startInbox } from '../src/index.ts';
import { inbound, text } from './callbacks.ts';
import { createDataFolder } from './data-folder.ts';
import { startHarness } from './harness.ts';
import { ENVIRONMENT, startProgram } from './program.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const OPTIONS = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// the rest of it: programs/starting.test.ts
describe('the program', () => {
  it('names every variable that is missing, without a trace', async () => {
    const { code, out, err } = await startProgram({}).ended;
    expect([code, out]).toEqual([1, '']);
    for (const name of Object.keys(ENVIRONMENT)) if (name !== 'PORT') expect(err).toContain(`${name} is missing`);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('prints where the page and the webhook are, and ends on SIGTERM', async () => {
    const program = startProgram(ENVIRONMENT);
    expect(await program.signInUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=\w+$/);
    program.kill('SIGTERM');
    const { code, out, err } = await program.ended;
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/webhook/);
    expect(out).toContain('kept in memory');
  });
});

describe('an inbox', () => {
  it('finds everything again in its data folder', async () => {
    const dataDir = await createDataFolder(folder);
    const first = await startHarness({ dataDir });
    await first.callback(inbound({ channel: 'SMS', identity: '46707000001' }, 'KEPT', text('Hello')));
    await first.close();
    const second = await startHarness({ dataDir });
    await second.callback(inbound({ channel: 'SMS', identity: '46707000001' }, 'KEPT', text('Hello')));
    const { id } = await second.conversationWith('46707000001');
    expect(await second.messages(id)).toMatchObject([{ summary: 'Hello' }]);
    expect(second.logged).toEqual([]);
    // Sessions too: who has the page open need not sign in again.
    expect((await fetch(`${second.url}/api/session`, { headers: { cookie: first.cookie } })).status).toBe(200);
    await second.close();
  });

  it('says what is wrong with a data folder that is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'not a folder');
    await expect(createInbox({ ...OPTIONS, dataDir: file })).rejects.toThrow(/\[@convapi\/inbox\] The data folder .*file cannot be used/);
  });

  it.each([
    [{ projectId: '' }, '`projectId` is missing'],
    [{ appId: '' }, '`appId` is missing'],
    [{ region: 'mars' as 'eu' }, 'region "mars" is unknown'],
    [{ webhookSecrets: '' }, 'secrets'],
    [{ baseUrl: 'localhost' }, 'baseUrl'],
    [{ databaseUrl: 'mysql://localhost/inbox' }, 'does not begin with postgres://'],
    [{ databaseUrl: 'postgres://localhost/inbox', dataDir: '/tmp/x' }, 'are both set'],
    [{ publicUrl: 'inbox.example.com' }, '`publicUrl` (INBOX_URL) is not an address'],
    [{ publicUrl: 'https://inbox.example.com/desk' }, '`publicUrl` (INBOX_URL) is not an address'],
    [{ retentionDays: 0 }, '`retentionDays` is 0'],
    [{ sendsPerSecond: -1 }, '`sendsPerSecond` is -1'],
    [{ sendLeaseMs: 10 }, '`sendLeaseMs` is 10'],
    [{ databaseUrl: 'postgres://127.0.0.1:9/inbox' }, 'The database of DATABASE_URL did not open: connect ECONNREFUSED'],
  ])('refuses options that are not right: %j', async (options, message) => {
    await expect(createInbox({ ...OPTIONS, ...options })).rejects.toThrow(message);
  });

  it('opens nothing for options that are not right', async () => {
    for (const options of [{ region: 'mars' as 'eu' }, { baseUrl: 'localhost' }, { tokenUrl: 'localhost' }, { webhookSecrets: '' }]) {
      const dataDir = join(folder, 'never-opened');
      await expect(createInbox({ ...OPTIONS, ...options, dataDir })).rejects.toThrow(/\[@convapi\//);
      await expect(stat(dataDir)).rejects.toThrow('ENOENT');
    }
  });

  it('answers requests without a server of its own', async () => {
    const inbox = await createInbox({ ...OPTIONS, dataDir: await createDataFolder(folder) });
    await inbox.addAgent({ name: 'Anna', email: 'anna@example.com', role: 'agent' });
    const signedIn = await inbox.fetch(new Request(`http://inbox.example${await inbox.signInPath('anna@example.com')}`));
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect((await inbox.fetch(new Request('http://inbox.example/api/session', { headers: { cookie } }))).status).toBe(200);
    expect((await inbox.fetch(new Request('http://localhost/api/session'))).status).toBe(401);
    expect(await (await inbox.fetch(new Request('http://inbox.example/healthz'))).json()).toEqual({ status: 'ok' });
    await inbox.close();
  });

  it('does not let a hook that throws make a callback come again', async () => {
    const inbox = await startHarness({
      onCallback: () => {
        throw new Error('from the hook');
      },
    });
    expect(await inbox.callback(inbound({ channel: 'SMS', identity: '46707000002' }, 'HOOK', text('Hello')))).toBe(200);
    expect(inbox.logged).toContain('onCallback failed. Error: from the hook');
    await inbox.close();
  });

  it('closes twice without harm', async () => {
    const inbox = await startInbox({ ...OPTIONS, dataDir: await createDataFolder(folder) });
    await Promise.all([inbox.close(), inbox.close()]);
    await expect(fetch(inbox.url)).rejects.toThrow();
  });
});
