import { describe, expect, it } from 'vitest';
import { createBareApp } from '../src/emulated/bare-app.ts';
import { createBareCallbacks } from '../src/emulated/bare-callbacks.ts';
import { loadContract } from '../src/emulated/load-contract.ts';
import { checkCallbacks } from '../src/emulated/measure-sends.ts';
import { startReceiver } from '../src/emulated/receiver.ts';
import { SEND_SERVERS } from '../src/emulated/servers.ts';
import { timeCommand } from '../src/emulated/time-command.ts';
import { sendBody } from '../src/subjects/by-hand.ts';
import { settingsFor } from '../src/subjects/subject.ts';

const contract = await loadContract();

const post = (body: object, onSend?: () => void) =>
  createBareApp(contract, onSend).request('/v1/projects/project/messages:send', {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('the bare app that the emulator is held against', () => {
  const body = sendBody(settingsFor('http://127.0.0.1'), 'Hello');

  it('takes what the clients send', async () => {
    const response = await post(body);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ message_id: expect.any(String) });
  });

  it.each([
    ['no app', { ...body, app_id: undefined }],
    ['a text that is a number', { ...body, message: { text_message: { text: 7 } } }],
    ['two contents', { ...body, message: { text_message: { text: 'a' }, card_message: { title: 'b' } } }],
    ['a field that nobody knows', { ...body, mesage: {} }],
  ])('refuses, by the schema, a message with %s', async (_what, wrong) => {
    expect((await post(wrong)).status).toBe(400);
  });

  it('sends two callbacks for each message, where it is to show what those take', async () => {
    const receiver = await startReceiver();
    const callbacks = createBareCallbacks(receiver.url);
    await post(body, callbacks.send);
    await post({ ...body, app_id: undefined }, callbacks.send);
    await callbacks.settle();
    expect(receiver.count()).toBe(2);
    await receiver.close();
  });

  it('runs right after or before the emulator, as Prism does', () => {
    expect(SEND_SERVERS[1]).toBe('convapi');
    expect(SEND_SERVERS).toHaveLength(4);
  });
});

describe('a figure of the emulator', () => {
  const load = { perSecond: 1, cpuMicros: 1, p99Ms: 1, serverCpuMicros: 1, readyMs: 1 };

  it('is refused without the two callbacks of each send', () => {
    expect(() => checkCallbacks('convapi', { ...load, callbacksPerSend: 0 })).toThrow('delivered 0 callbacks');
    expect(() => checkCallbacks('bare hono with ajv, two callbacks', { ...load, callbacksPerSend: 1 })).toThrow('delivered 1 callbacks');
    expect(checkCallbacks('convapi', { ...load, callbacksPerSend: 2 })).toMatchObject({ callbacksPerSend: 2 });
  });

  it('of a peer has none', () => {
    expect(checkCallbacks('prism mock, no callbacks', { ...load, callbacksPerSend: 0 })).toMatchObject({ perSecond: 1 });
  });
});

describe('the command of the emulator', () => {
  it('is timed until it says its address, and ended', async () => {
    const startedAt = performance.now();
    const readyMs = await timeCommand();
    expect(readyMs).toBeGreaterThan(0);
    expect(readyMs).toBeLessThanOrEqual(performance.now() - startedAt);
  });
});
