import { execFileSync } from 'node:child_process';
import { cpSync, fstatSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WriteSync } from '../src/data/write-file.ts';
import type { Emulator, EmulatorOptions } from '../src/index.ts';
import { startWith } from '../src/start-emulator.ts';
import { makeFolder } from './state-folder.ts';
import { credential, startReceiver, text } from './support.ts';

const NUMBER = '46700000001';

/** A disk that takes so many bytes of files in a folder, and then fails as a real one does: with a part of the write done. */
function startDisk(folder: string) {
  const disk = {
    capacity: Number.POSITIVE_INFINITY,
    /** How many writes may still be done in the middle of a file, which needs no space. */
    inPlace: Number.POSITIVE_INFINITY,
    onFull: () => {},
  };
  const used = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const write: WriteSync = (handle, bytes, offset, length, position) => {
    const growth = Math.max(position + length - fstatSync(handle).size, 0);
    if (growth === 0) disk.inPlace -= 1;
    const missing = growth - Math.max(disk.capacity - used(), 0);
    if (growth === 0 ? disk.inPlace >= 0 : missing <= 0) return writeSync(handle, bytes, offset, length, position);
    if (growth > 0 && missing < length) return writeSync(handle, bytes, offset, length - missing, position);
    disk.onFull();
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return { disk, write, used };
}

interface Lab extends Emulator {
  told: string[];
  bugs: unknown[];
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  done(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Ids that were answered, and the statuses of all others. */
  sendUntilRefused(appId: string, most: number): Promise<{ ids: string[]; refused: number[] }>;
}

async function start(options: EmulatorOptions, write?: WriteSync): Promise<Lab> {
  const told: string[] = [];
  const bugs: unknown[] = [];
  const outside = { tell: (message: string) => void told.push(message), onError: (error: unknown) => void bugs.push(error) };
  const emulator = await startWith({ rateLimits: { requestsPerSecond: 0 }, ...options }, { ...outside, ...(write ? { write } : {}) });
  onTestFinished(() => emulator.close());
  const authorization = `Basic ${btoa(`${emulator.keyId}:${emulator.keySecret}`)}`;

  async function call(method: string, path: string, body?: unknown) {
    const base = path.startsWith('/_emulator') ? emulator.url : `${emulator.url}/v1/projects/${emulator.projectId}`;
    const response = await fetch(base + path, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async function done(method: string, path: string, body?: unknown) {
    const answer = await call(method, path, body);
    if (answer.status !== 200) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async function sendUntilRefused(appId: string, most: number) {
    const ids: string[] = [];
    const refused: number[] = [];
    for (let index = 0; index < most && refused.length < 3; index += 1) {
      const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
      const { status, body } = await call('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello') });
      if (status === 200) ids.push(String(body.message_id));
      else refused.push(status);
    }
    return { ids, refused };
  }

  return { ...emulator, told, bugs, call, done, sendUntilRefused };
}

async function createApp(lab: Lab): Promise<string> {
  const app = { display_name: 'Shop', processing_mode: 'CONVERSATION', channel_credentials: [credential('SMS')] };
  return String((await lab.done('POST', '/apps', app)).id);
}

/** The messages that the API shows, oldest first. */
async function messagesOf(lab: Lab): Promise<string[]> {
  return Object.keys(lab.control.snapshot().state.messages ?? {}).sort();
}

const withoutTime = ({ control }: Emulator) => control.snapshot().state;

describe('a disk that is full', () => {
  it('keeps what was answered, says what to do, goes on reading, and goes on writing when there is space', async () => {
    const data = makeFolder();
    const { disk, write, used } = startDisk(data);
    const lab = await start({ data }, write);
    const app = await createApp(lab);
    await lab.control.idle();
    disk.capacity = used() + 60_000;
    const { ids, refused } = await lab.sendUntilRefused(app, 1000);
    expect(ids.length).toBeGreaterThan(2);
    expect(refused).toEqual([507, 507, 507]);
    const { status, body } = await lab.call('POST', '/messages:send', {});
    expect([status, body]).toEqual([507, { emulator_error: { kind: 'not-stored', message: expect.stringMatching(/ENOSPC.*Free space/) } }]);

    expect(await messagesOf(lab)).toEqual(ids);
    expect((await lab.call('GET', `/messages/${ids[0]}`)).status).toBe(200);
    expect((await lab.call('GET', '/_emulator/messages')).status).toBe(200);
    expect((await lab.call('POST', '/_emulator/idle', {})).status).toBe(200);
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: lab.keyId, client_secret: lab.keySecret });
    expect((await fetch(lab.tokenUrl, { method: 'POST', body: form })).status).toBe(200);
    expect((await lab.call('POST', '/_emulator/inbound', { channel: 'SMS', identity: NUMBER, text: 'Hi' })).status).toBe(507);
    expect(() => lab.control.contact(NUMBER, 'SMS').writes('Hi')).toThrow(/Free space/);
    expect(() => lab.control.reset()).toThrow(/Free space/);
    expect(await messagesOf(lab)).toEqual(ids);
    expect(lab.bugs).toEqual([]);
    expect(lab.told).toEqual([expect.stringMatching(/cannot be written to: ENOSPC.*All that was answered before is kept/)]);

    disk.capacity = Number.POSITIVE_INFINITY;
    const later = await lab.sendUntilRefused(app, 20);
    expect(later.refused).toEqual([]);
    await lab.control.idle();
    expect(lab.told.at(-1)).toContain('can be written to again');
    const before = withoutTime(lab);
    await lab.close();
    const again = await start({ data });
    expect(await messagesOf(again)).toEqual([...ids, ...later.ids].sort());
    expect(withoutTime(again)).toEqual(before);
  });

  it('shows after a restart just what was answered, wherever the write broke off, and so does a copy of that moment', async () => {
    let copies = 0;
    for (let spare = 0; spare < 3000; spare += 97) {
      const data = makeFolder();
      const copy = join(makeFolder(), 'copy');
      const { disk, write, used } = startDisk(data);
      const lab = await start({ data }, write);
      const app = await createApp(lab);
      await lab.control.idle();
      disk.onFull = () => {
        disk.onFull = () => {};
        copies += 1;
        mkdirSync(copy);
        for (const name of readdirSync(data)) if (name !== 'lock') cpSync(join(data, name), join(copy, name));
      };
      disk.capacity = used() + 5000 + spare;
      const { ids } = await lab.sendUntilRefused(app, 100);
      const shown = withoutTime(lab);
      await lab.close();
      for (const folder of [data, copy]) {
        const again = await start({ data: folder, channelDelayMs: 3_600_000 });
        expect(await messagesOf(again)).toEqual(ids);
        await again.close();
      }
      expect(Object.keys(shown.messages ?? {}).sort()).toEqual(ids);
    }
    expect(copies).toBe(31);
  });

  it('answers none of the calls that came in together with one that cannot be stored, and shows nothing of them', async () => {
    const data = makeFolder();
    const { disk, write, used } = startDisk(data);
    const lab = await start({ data }, write);
    const app = await createApp(lab);
    await lab.control.idle();
    disk.capacity = used() + 300_000;
    const answered: string[] = [];
    const shown = new Set<string>();
    let open = 25;
    async function sendOn(): Promise<void> {
      const { ids, refused } = await lab.sendUntilRefused(app, 1000);
      answered.push(...ids);
      expect(refused).toEqual([507, 507, 507]);
      open -= 1;
    }
    async function look(): Promise<void> {
      while (open > 0) {
        const { status, body } = await lab.call('GET', '/_emulator/messages');
        expect([200, 507]).toContain(status);
        if (status === 200) for (const { message_id: id } of body.messages as { message_id: string }[]) shown.add(id);
      }
    }
    await Promise.all([look(), ...Array.from({ length: open }, sendOn)]);
    expect((await lab.call('GET', '/_emulator/messages')).status).toBe(200);
    expect(answered.length).toBeGreaterThan(20);
    expect(await messagesOf(lab)).toEqual([...answered].sort());
    expect([...shown].filter((id) => !answered.includes(id))).toEqual([]);
    await lab.close();
    expect(await messagesOf(await start({ data }))).toEqual([...answered].sort());
    expect(lab.bugs).toEqual([]);
  });

  it('that takes the rows and not the head that counts them has not taken them', async () => {
    const data = makeFolder();
    const { disk, write } = startDisk(data);
    const lab = await start({ data }, write);
    const app = await createApp(lab);
    await lab.control.idle();
    disk.inPlace = 5;
    const { ids, refused } = await lab.sendUntilRefused(app, 100);
    expect(refused).toEqual([507, 507, 507]);
    expect(await messagesOf(lab)).toEqual(ids);
    disk.inPlace = Number.POSITIVE_INFINITY;
    const later = await lab.sendUntilRefused(app, 5);
    await lab.close();
    expect(await messagesOf(await start({ data }))).toEqual([...ids, ...later.ids].sort());
  });

  it('holds up what is planned, and the callbacks; both go on by themselves', async () => {
    const data = makeFolder();
    const receiver = await startReceiver();
    const { disk, write, used } = startDisk(data);
    const lab = await start({ data, channelDelayMs: 50 }, write);
    const app = await createApp(lab);
    const triggers = ['MESSAGE_DELIVERY'];
    await lab.done('POST', '/webhooks', { app_id: app, target: receiver.url, target_type: 'HTTP', triggers });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    const { message_id: id } = await lab.done('POST', '/messages:send', { app_id: app, recipient, message: text('Hello') });
    disk.capacity = used();
    const isTold = (words: string) => expect.poll(() => lab.told.join(), { timeout: 5000 }).toContain(words);
    await isTold('cannot be written to');
    await lab.control.idle();
    expect(receiver.got).toEqual([]);
    disk.capacity = Number.POSITIVE_INFINITY;
    await isTold('can be written to again');
    await lab.control.idle();
    const told = receiver.got.map(({ body }) => (JSON.parse(body) as { message_delivery_report: object }).message_delivery_report);
    expect(told).toMatchObject([
      { message_id: id, status: 'QUEUED_ON_CHANNEL' },
      { message_id: id, status: 'DELIVERED' },
    ]);
    expect(lab.bugs).toEqual([]);
  });

  it('takes the time back that could not be moved', async () => {
    const data = makeFolder();
    const { disk, write, used } = startDisk(data);
    const now = () => Date.UTC(2026, 0, 1);
    const lab = await start({ data, now }, write);
    await lab.control.advance(1000);
    disk.capacity = used();
    await expect(lab.control.advance(5000)).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringContaining('Free space'),
    });
    expect(lab.control.now()).toBe(now() + 1000);
    expect((await lab.call('POST', '/_emulator/clock', { advance_ms: 5000 })).status).toBe(507);
    expect(lab.control.now()).toBe(now() + 1000);
  });

  it('is a reason not to start', async () => {
    const data = makeFolder();
    const { disk, write } = startDisk(data);
    disk.capacity = 0;
    await expect(start({ data }, write)).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringMatching(/ENOSPC.*Free space/),
    });
    disk.capacity = 100;
    const seed = { apps: [{ id: 'shop', display_name: 'Shop', channel_credentials: [credential('SMS')] }] };
    await expect(start({ data, seed } as EmulatorOptions, write)).rejects.toMatchObject({
      message: expect.stringMatching(/ENOSPC.*Free space/),
    });
    await expect(start({ data })).resolves.toBeDefined();
  });
});

describe('a real disk that is full', () => {
  it('keeps what was answered, and goes on when there is space', { timeout: 60_000 }, async () => {
    const disk = mountSmallDisk();
    // Where none can be mounted, what fails is told above by a disk that only says so.
    const lab = await start({ data: join(disk.folder, 'data') }, disk.write);
    const app = await createApp(lab);
    const { ids, refused } = await lab.sendUntilRefused(app, 5000);
    expect(refused).toEqual([507, 507, 507]);
    expect(await messagesOf(lab)).toEqual(ids);
    disk.free();
    const later = await lab.sendUntilRefused(app, 150);
    expect(later.refused).toEqual([]);
    await lab.close();
    const again = await start({ data: join(disk.folder, 'data') });
    expect(await messagesOf(again)).toEqual([...ids, ...later.ids].sort());
    console.log(
      `${disk.name}: ${ids.length} messages answered before it was full, ${later.ids.length} behind, all there after the restart`,
    );
    await again.close();
  });
});

/** A filesystem of 3 MB, a third of it taken by a file that can be removed. */
function mountSmallDisk(): { name: string; folder: string; write?: WriteSync; free(): void } {
  const folder = makeFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    console.log(`No filesystem of its own (${String(error).split('\n')[0]}): the disk is one that says it is full.`);
    mkdirSync(join(folder, 'data'));
    const { disk, write } = startDisk(join(folder, 'data'));
    disk.capacity = 500_000;
    const free = () => {
      disk.capacity = Number.POSITIVE_INFINITY;
    };
    return { name: 'injected', folder, write, free };
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(2_500_000));
  return { name: 'tmpfs', folder, free: () => rmSync(ballast) };
}
