import { describe, expect, it } from 'vitest';
import { type Lab, type Receiver, startLab, startReceiver, text } from './support.ts';

/** An app whose submitted messages are told, each to all of these. */
async function makeApp(lab: Lab, receivers: Receiver[]): Promise<string> {
  const appId = await lab.app(['SMS']);
  for (const { url } of receivers) {
    await lab.done('POST', '/webhooks', { app_id: appId, target: url, target_type: 'HTTP', triggers: ['MESSAGE_SUBMIT'] });
  }
  return appId;
}

async function sendMany(lab: Lab, appId: string, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: `4670000000${number}` }] } };
    await lab.done('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello') });
  }
}

describe('webhooks.perSecond', () => {
  it('lets so many callbacks of an app go in a second, and holds up the rest', async () => {
    const receiver = await startReceiver();
    const lab = await startLab({ webhooks: { perSecond: 1 } });
    await sendMany(lab, await makeApp(lab, [receiver]), 4);
    const counts = [];
    for (const ms of [0, 999, 1, 1000, 1000, 1000]) {
      await lab.control.advance(ms);
      counts.push(receiver.got.length);
    }
    expect(counts).toEqual([1, 1, 2, 3, 4, 4]);
  });

  it('counts all webhooks of an app together, and each app for itself', async () => {
    const [one, two, other] = [await startReceiver(), await startReceiver(), await startReceiver()];
    const lab = await startLab({ webhooks: { perSecond: 1 } });
    await sendMany(lab, await makeApp(lab, [one, two]), 1);
    await sendMany(lab, await makeApp(lab, [other]), 1);
    await lab.control.advance(0);
    expect(one.got.length + two.got.length).toBe(1);
    expect(other.got).toHaveLength(1);
    await lab.control.advance(1000);
    expect(one.got.length + two.got.length).toBe(2);
  });

  it('counts retries', async () => {
    const receiver = await startReceiver((attempt) => (attempt <= 2 ? 503 : 200));
    const lab = await startLab({ webhooks: { perSecond: 1, retryDelaysMs: [3000] } });
    await sendMany(lab, await makeApp(lab, [receiver]), 2);
    await lab.control.advance(1000);
    expect(receiver.got).toHaveLength(2);
    await lab.control.advance(3000);
    expect(receiver.got).toHaveLength(4);
  });

  it('is waited for by idle', async () => {
    const receiver = await startReceiver();
    const lab = await startLab({ webhooks: { perSecond: 50 } });
    await sendMany(lab, await makeApp(lab, [receiver]), 3);
    await lab.control.idle();
    expect(receiver.got).toHaveLength(3);
  });

  it('is forgotten by a reset', async () => {
    const receiver = await startReceiver();
    const lab = await startLab({ webhooks: { perSecond: 1 } });
    await sendMany(lab, await makeApp(lab, [receiver]), 3);
    await lab.control.advance(0);
    lab.control.reset();
    await lab.control.advance(10_000);
    await lab.control.idle();
    expect(receiver.got).toHaveLength(1);
  });

  it('has no limit unless it is asked for', async () => {
    const receiver = await startReceiver();
    const lab = await startLab();
    await sendMany(lab, await makeApp(lab, [receiver]), 10);
    await lab.control.idle();
    expect(receiver.got).toHaveLength(10);
  });
});
