import { describe, expect, it } from 'vitest';
import { startLab } from './support.ts';

const NUMBER = '46700000001';

describe('memory', () => {
  it('is given back when the retention of messages is over', async () => {
    const lab = await startLab();
    const policy = { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 };
    const appId = await lab.app(['SMS'], { processing_mode: 'CONVERSATION', retention_policy: policy });
    for (let day = 0; day < 5; day += 1) {
      await lab.send(appId, [['SMS', NUMBER]]);
      await lab.control.advance(90_000_000);
    }
    await lab.send(appId, [['SMS', NUMBER]]);
    expect(Object.keys(lab.control.snapshot().state.messages ?? {})).toHaveLength(1);
  });

  it('is given back when the retention of events is over', async () => {
    const lab = await startLab();
    const policy = { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 };
    const appId = await lab.app(['SMS'], { processing_mode: 'CONVERSATION', retention_policy: policy });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    const { event_id: id } = await lab.done('POST', '/events:send', { app_id: appId, recipient, event: { composing_event: {} } });
    await lab.control.advance(86_400_000);
    expect((await lab.call('GET', `/events/${id}`)).status).toBe(404);
    await lab.control.advance(3_600_000);
    await lab.done('POST', '/events:send', { app_id: appId, recipient, event: { composing_event: {} } });
    expect(Object.keys(lab.control.snapshot().state.events ?? {})).toHaveLength(1);
  });

  it('has days as short as asked for', async () => {
    const lab = await startLab({ retentionDayMs: 1000 });
    const appId = await lab.app(['SMS'], { dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 2 } });
    const id = await lab.send(appId, [['SMS', NUMBER]]);
    const read = () => lab.call('GET', `/messages/${id}?messages_source=DISPATCH_SOURCE`);
    await lab.control.advance(1999);
    expect((await read()).status).toBe(200);
    await lab.control.advance(1);
    expect((await read()).status).toBe(404);
  });

  it('keeps as many messages of handsets as the log holds', async () => {
    const lab = await startLab({ logLimit: 10 });
    const appId = await lab.app(['SMS']);
    for (let number = 0; number < 25; number += 1) await lab.send(appId, [['SMS', `467000000${number + 10}`]]);
    expect(lab.control.messages()).toHaveLength(10);
    expect(Object.keys(lab.control.snapshot().state.handset_messages ?? {})).toHaveLength(10);
    expect(() => lab.control.contact('46700000010', 'SMS').reads()).toThrow('no unread message');
    expect(lab.control.contact('46700000034', 'SMS').reads().reported).toBe(false);
  });

  it('keeps nothing of what was done', async () => {
    const lab = await startLab();
    const appId = await lab.app(['SMS']);
    for (let count = 0; count < 5; count += 1) await lab.send(appId, [['SMS', NUMBER]]);
    const { jobs, callbacks, outbound } = lab.control.snapshot().state;
    expect({ jobs, callbacks, outbound }).toEqual({ jobs: {}, callbacks: {}, outbound: {} });
  });
});
