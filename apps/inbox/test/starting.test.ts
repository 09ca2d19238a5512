import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInbox, startInbox } from '../src/index.ts';
import { inbound, text } from './callbacks.ts';
import { startHarness } from './harness.ts';

const OPTIONS = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;
const ENVIRONMENT = {
  SINCH_PROJECT_ID: 'p',
  SINCH_KEY_ID: 'k',
  SINCH_KEY_SECRET: 'very-secret',
  SINCH_REGION: 'eu',
  SINCH_APP_ID: 'a',
  SINCH_WEBHOOK_SECRET: 'w',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the built program; `onOutput` may stop it. */
function run(env: Record<string, string>, onOutput: (text: string, stop: (signal: NodeJS.Signals) => void) => void = () => {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
    const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? '', ...env } });
    let out = '';
    let err = '';
    let stopped = false;
    child.stdout.on('data', (chunk) => {
      out += chunk;
      onOutput(out, (signal) => {
        if (!stopped) stopped = child.kill(signal);
      });
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the program', () => {
  it('names every variable that is missing, without a trace', async () => {
    const { code, out, err } = await run({});
    expect([code, out]).toEqual([1, '']);
    for (const name of Object.keys(ENVIRONMENT)) expect(err).toContain(`${name} is missing`);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('counts an empty variable as missing, and says what is wrong with others', async () => {
    const { code, err } = await run({ ...ENVIRONMENT, SINCH_APP_ID: ' ', SINCH_REGION: 'mars', PORT: '99999' });
    expect(code).toBe(1);
    expect(err).toContain('SINCH_APP_ID is missing');
    expect(err).toContain('SINCH_REGION is "mars": use us, eu, br.');
    expect(err).toContain('PORT is "99999"');
    expect(err).not.toContain('SINCH_KEY_ID');
    expect(err).not.toContain('very-secret');
  });

  it('prints where the page and the webhook are, and ends on SIGTERM', async () => {
    const { code, out, err } = await run({ ...ENVIRONMENT, PORT: '0' }, (text, stop) => text.includes('/webhook') && stop('SIGTERM'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Inbox: +http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}\n/);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/webhook/);
    expect(out).toContain('kept in memory');
  });

  it('says so when the port is taken', async () => {
    const inbox = await startInbox(OPTIONS);
    const { port } = new URL(inbox.url);
    const { code, err } = await run({ ...ENVIRONMENT, PORT: port });
    expect([code, err]).toEqual([1, `[@convapi/inbox] Port ${port} is taken. Choose another. (EADDRINUSE)\n`]);
    await inbox.close();
  });
});

describe('an inbox', () => {
  it('finds everything again in its data folder', async () => {
    const dataDir = join(folder, 'kept');
    const first = await startHarness({ dataDir });
    await first.callback(inbound({ channel: 'SMS', identity: '46707000001' }, 'KEPT', text('Hello')));
    await first.close();
    const second = await startHarness({ dataDir });
    await second.callback(inbound({ channel: 'SMS', identity: '46707000001' }, 'KEPT', text('Hello')));
    const { id } = await second.conversationWith('46707000001');
    expect(await second.messages(id)).toMatchObject([{ content: { text: 'Hello' } }]);
    expect(second.logged).toEqual([]);
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
  ])('refuses options that are not right: %j', async (options, message) => {
    await expect(createInbox({ ...OPTIONS, ...options })).rejects.toThrow(message);
  });

  it('answers requests without a server of its own', async () => {
    const inbox = await createInbox(OPTIONS);
    const signedIn = await inbox.fetch(new Request(`http://inbox.example/?key=${inbox.accessKey}`));
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect((await inbox.fetch(new Request('http://inbox.example/', { headers: { cookie } }))).status).toBe(200);
    expect((await inbox.fetch(new Request('http://localhost/'))).status).toBe(401);
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
    expect(inbox.logged).toContain('onCallback failed.');
    await inbox.close();
  });

  it('closes twice without harm', async () => {
    const inbox = await startInbox(OPTIONS);
    await Promise.all([inbox.close(), inbox.close()]);
    await expect(fetch(inbox.url)).rejects.toThrow();
  });
});
