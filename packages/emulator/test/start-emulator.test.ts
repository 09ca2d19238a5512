import { describe, expect, it } from 'vitest';
import { type EmulatorOptions, startEmulator } from '../src/index.ts';
import { startLab, text } from './support.ts';

describe('startEmulator', () => {
  it('gives all that a client needs', async () => {
    const emulator = await startEmulator({ projectId: 'project', keyId: 'key', keySecret: 'secret' });
    expect(emulator).toMatchObject({ projectId: 'project', keyId: 'key', keySecret: 'secret', tokenUrl: `${emulator.url}/oauth2/token` });
    expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await emulator.close();
    await expect(fetch(emulator.url)).rejects.toThrow();
  });

  it('runs several side by side that know nothing of each other', async () => {
    const [one, two] = [await startLab(), await startLab()];
    await one.app(['SMS']);
    expect((await two.done('GET', '/apps')).apps).toEqual([]);
  });

  it('leaves Request and Response of the process alone', async () => {
    const before = [globalThis.Request, globalThis.Response];
    await startLab();
    expect([globalThis.Request, globalThis.Response]).toEqual(before);
  });

  it('makes the same ids from the same clock and the same randomness', async () => {
    const [one, two] = [await startLab(), await startLab()];
    expect(await one.app(['SMS'])).toBe(await two.app(['SMS']));
  });

  it('says that a port is in use', async () => {
    const { url } = await startLab();
    const again = startEmulator({ port: Number(new URL(url).port) });
    await expect(again).rejects.toMatchObject({ name: 'EmulatorError', message: expect.stringContaining('in use') });
  });

  it.each<[EmulatorOptions, string]>([
    [{ port: 70_000 }, 'port'],
    [{ port: 1.5 }, 'port'],
    [{ channelDelayMs: -1 }, 'channelDelayMs'],
    [{ logLimit: Number.NaN }, 'logLimit'],
    [{ webhooks: { retryDelaysMs: [1, -1] } }, 'webhooks.retryDelaysMs'],
    [{ keySecret: '' }, 'keySecret'],
    [{ keyId: 'a:b' }, 'keyId'],
  ])('refuses the options %j', async (options, name) => {
    await expect(startEmulator(options)).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringContaining(`option ${name} `),
    });
  });

  it('closes while messages are under way', async () => {
    const lab = await startLab({ channelDelayMs: 60_000 });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000001' }] } };
    await lab.done('POST', '/messages:send', { app_id: await lab.app(['SMS']), recipient, message: text('x') });
    await lab.close();
    await expect(lab.control.idle()).resolves.toBeUndefined();
  });
});
