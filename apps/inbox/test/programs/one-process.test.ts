import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { signIn } from '../../src/demo/sign-in.ts';
import { createInbox, type MessageView, startInbox } from '../../src/index.ts';
import { inbound, text } from '../callbacks.ts';
import { createDataFolder } from '../data-folder.ts';
import { SECRET, sendCallback } from '../harness.ts';
import { ENVIRONMENT, type Program, startProgram } from '../program.ts';

// Each start of a database takes seconds on a busy machine, and here are many.
vi.setConfig({ testTimeout: 180_000 });

const OPTIONS = { projectId: 'p', region: 'eu', keyId: 'k', keySecret: 's', appId: 'a', webhookSecrets: 'w' } as const;
const ANNA = { channel: 'SMS', identity: '46701000001' };

let folder: string;
const running: Program[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
});
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.kill('SIGKILL');
    await program.ended;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(env: Record<string, string>): Program {
  const program = startProgram({ ...ENVIRONMENT, ...env });
  running.push(program);
  return program;
}

function send(url: string, id: string): Promise<number> {
  return sendCallback(url, inbound(ANNA, id, text(id)), SECRET);
}

/** The texts that an inbox with that folder shows of Anna. */
async function textsIn(dataDir: string): Promise<Set<string>> {
  const inbox = await startInbox({ ...OPTIONS, dataDir });
  await inbox.addAgent({ name: 'Bo', email: 'bo@example.com', role: 'agent' });
  const headers = { cookie: await signIn(await inbox.signInUrl('bo@example.com')) };
  const read = async (path: string) => (await fetch(`${inbox.url}/api/conversations${path}`, { headers })).json();
  const { conversations } = await read('');
  const texts = new Set<string>();
  for (let before = ''; ; ) {
    const { messages, hasEarlier } = (await read(`/${conversations[0].id}/messages${before}`)) as {
      messages: MessageView[];
      hasEarlier: boolean;
    };
    for (const { summary } of messages) texts.add(summary);
    if (!hasEarlier) {
      await inbox.close();
      return texts;
    }
    before = `?before=${messages[0]?.id}`;
  }
}

it('loses nothing to second starts that are refused, nor to a kill under load', async () => {
  const dataDir = await createDataFolder(folder);
  const first = start({ INBOX_DATA: dataDir });
  const url = await first.url;
  const taken: string[] = [];
  const sendMany = async (count: number, name: string) => {
    for (let n = 0; n < count; n += 1) if ((await send(url, `${name}${n}`)) === 200) taken.push(`${name}${n}`);
  };
  await sendMany(20, 'before');

  const refused = new RegExp(
    `^\\[@convapi/inbox\\] Another inbox has the folder ${dataDir} open: process ${first.pid} on .*, since 20.*Z\\. Nothing was changed\\.`,
  );
  for (const PORT of [new URL(url).port, '0']) {
    const { code, out, err } = await start({ INBOX_DATA: dataDir, PORT }).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(refused);
  }
  await sendMany(20, 'after');
  expect(taken).toHaveLength(40);

  // It goes on sending until the process is gone: what was answered with 200 by then was promised.
  const load = Promise.all(Array.from({ length: 4 }, (_, lane) => sendMany(500, `load${lane}-`).catch(() => {})));
  await vi.waitUntil(() => taken.length > 60, { timeout: 60_000 });
  first.kill('SIGKILL');
  await first.ended;
  await load;

  const second = start({ INBOX_DATA: dataDir });
  expect((await fetch(`${await second.url}/readyz`)).status).toBe(200);
  expect(await readFile(join(dataDir, 'inbox.lock'), 'utf8')).toMatch(new RegExp(`^process ${second.pid} on `));
  second.kill('SIGTERM');
  await second.ended;
  const found = await textsIn(dataDir);
  expect(taken.filter((id) => !found.has(id))).toEqual([]);
});

it('lets one of several starts at once have the folder', async () => {
  const dataDir = await createDataFolder(folder);
  const programs = Array.from({ length: 3 }, () => start({ INBOX_DATA: dataDir }));
  const outcomes = await Promise.all(
    programs.map(({ url, ended }) => Promise.race([url.then(() => 'runs'), ended.then(({ err }) => err)])),
  );
  expect(outcomes.filter((outcome) => outcome === 'runs')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome.includes('Another inbox has the folder'))).toHaveLength(2);
});

it('refuses a second inbox of the same process too, and has the folder again when the first is closed', async () => {
  const dataDir = await createDataFolder(folder);
  const first = await createInbox({ ...OPTIONS, dataDir });
  await expect(createInbox({ ...OPTIONS, dataDir })).rejects.toThrow(
    `Another inbox has the folder ${dataDir} open: process ${process.pid} on`,
  );
  await first.close();
  await (await createInbox({ ...OPTIONS, dataDir })).close();
});

it('opens nothing when the port is taken, and does not keep the folder', async () => {
  const dataDir = join(folder, 'port-taken');
  const other = await startInbox({ ...OPTIONS, dataDir: await createDataFolder(folder) });
  const port = Number(new URL(other.url).port);
  await expect(startInbox({ ...OPTIONS, dataDir, port })).rejects.toThrow(`Port ${port} is taken`);
  expect(await readdir(dataDir)).toEqual(['inbox.lock']);
  await other.close();
  await cp(await createDataFolder(folder), dataDir, { recursive: true });
  await (await startInbox({ ...OPTIONS, dataDir })).close();
});

it('lets the folder go when the database does not open', async () => {
  const dataDir = join(folder, 'no-database');
  await mkdir(join(dataDir, 'PG_VERSION'), { recursive: true, mode: 0o700 });
  for (let times = 0; times < 2; times += 1) {
    await expect(startInbox({ ...OPTIONS, dataDir })).rejects.toThrow(/The database in .* did not open/);
  }
});
