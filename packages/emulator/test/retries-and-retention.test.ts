import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text } from './support.ts';

const NUMBER = '46700000000';
const DAY_MS = 24 * 60 * 60 * 1000;

describe('a temporary failure', () => {
  /** When the channel was asked, in seconds after the first time: it is silent about it, so the answers are counted. */
  async function attempts(lab: Lab, appId: string): Promise<number[]> {
    const start = lab.control.now();
    const id = await lab.send(appId, [['SMS', NUMBER]]);
    const seen: number[] = [0];
    while (!lab.reports(id).some((report) => report.startsWith('FAILED')) && seen.length < 100) {
      await lab.control.advance(1000);
      seen.push((lab.control.now() - start) / 1000);
    }
    return seen;
  }

  it('is tried again until it passes, and nobody is told', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'RATE_LIMITED' });
    const id = await lab.send(app, [['SMS', NUMBER]]);
    await lab.control.advance(60_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS']);
    lab.control.channel('SMS').reset();
    await lab.control.advance(600_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });

  it('ends with the reason when the time of message_retry_settings is over', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS'], { message_retry_settings: { retry_duration: 30 } });
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'INTERNAL_ERROR' });
    expect((await attempts(lab, app)).at(-1)).toBe(30);
  });

  it('is tried for an hour by default', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'RATE_LIMITED' });
    const id = await lab.send(app, [['SMS', NUMBER]]);
    await lab.control.advance(3_599_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS']);
    await lab.control.advance(1000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'FAILED SMS RATE_LIMITED']);
  });

  it('switches the channel in the end, if there is another', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS'], { message_retry_settings: { retry_duration: 60 } });
    lab.control.channel('RCS').answers({ status: 'FAILED', reason: 'RATE_LIMITED' });
    const id = await lab.send(app, [
      ['RCS', NUMBER],
      ['SMS', NUMBER],
    ]);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS']);
    await lab.control.advance(60_000);
    expect(lab.reports(id)).toEqual([
      'QUEUED_ON_CHANNEL RCS',
      'SWITCHING_CHANNEL RCS RATE_LIMITED',
      'QUEUED_ON_CHANNEL SMS',
      'DELIVERED SMS',
    ]);
  });

  it('ends with the time to live of the message', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS']);
    lab.control.channel('RCS').answers({ status: 'FAILED', reason: 'RATE_LIMITED' });
    const both: [string, string][] = [
      ['RCS', NUMBER],
      ['SMS', NUMBER],
    ];
    const id = await lab.send(app, both, { ttl: '10s' });
    await lab.control.advance(11_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS', 'FAILED RCS MESSAGE_EXPIRED']);
  });

  it.each([
    [{ reason: 'CHANNEL_FAILURE' as const, temporary: true }, 'QUEUED_ON_CHANNEL SMS'],
    [{ reason: 'CHANNEL_FAILURE' as const }, 'FAILED SMS CHANNEL_FAILURE'],
    [{ reason: 'RATE_LIMITED' as const, temporary: false }, 'FAILED SMS RATE_LIMITED'],
  ])('is what a test says it is: %j', async (answer, last) => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    lab.control.channel('SMS').answers({ status: 'FAILED', ...answer });
    expect(lab.reports(await lab.send(app, [['SMS', NUMBER]])).at(-1)).toBe(last);
  });

  it('can be set over HTTP', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const set = (temporary: unknown) =>
      lab.call('PUT', '/_emulator/channels/SMS', { status: 'FAILED', reason: 'CHANNEL_FAILURE', temporary });
    expect((await set('yes')).status).toBe(400);
    expect((await set(true)).status).toBe(200);
    expect(lab.reports(await lab.send(app, [['SMS', NUMBER]]))).toEqual(['QUEUED_ON_CHANNEL SMS']);
  });
});

describe('the time to live of a message', () => {
  it('ends one that a silent channel still has', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    lab.control.channel('SMS').answers({ status: 'QUEUED_ON_CHANNEL' });
    const id = await lab.send(app, [['SMS', NUMBER]], { ttl: '60s' });
    await lab.control.advance(60_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS']);
    await lab.control.advance(1);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'FAILED SMS MESSAGE_EXPIRED']);
  });

  it('does nothing to one that was read after all', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS']);
    lab.control.channel('RCS').answers({ status: 'QUEUED_ON_CHANNEL' });
    const id = await lab.send(app, [['RCS', NUMBER]], { ttl: '60s' });
    lab.control.contact(NUMBER, 'RCS').reads();
    await lab.control.advance(120_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS', 'READ RCS']);
  });

  it('goes before the fallback of a silent channel', async () => {
    const lab = await startLab();
    const fallback = { enabled: true, delivery_report_waiting_time: 100 };
    const app = await lab.app(['RCS', 'SMS'], { delivery_report_based_fallback: fallback });
    lab.control.channel('RCS').answers({ status: 'QUEUED_ON_CHANNEL' });
    const both: [string, string][] = [
      ['RCS', NUMBER],
      ['SMS', NUMBER],
    ];
    const id = await lab.send(app, both, { ttl: '30s' });
    await lab.control.advance(200_000);
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS', 'FAILED RCS MESSAGE_EXPIRED']);
  });
});

it('does not fall back from a silent channel whose message was read in time', async () => {
  const lab = await startLab();
  const app = await lab.app(['RCS', 'SMS'], { delivery_report_based_fallback: { enabled: true, delivery_report_waiting_time: 60 } });
  lab.control.channel('RCS').answers({ status: 'QUEUED_ON_CHANNEL' });
  const id = await lab.send(app, [
    ['RCS', NUMBER],
    ['SMS', NUMBER],
  ]);
  lab.control.contact(NUMBER, 'RCS').reads();
  await lab.control.advance(120_000);
  expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS', 'READ RCS']);
});

describe('retention', () => {
  /** Messages and conversations that are left. */
  async function left(lab: Lab, app: string): Promise<[messages: number, conversations: number]> {
    const { messages } = await lab.done('GET', `/messages?app_id=${app}&page_size=100`);
    const { conversations } = await lab.done('GET', `/conversations?app_id=${app}`);
    return [(messages as object[]).length, (conversations as object[]).length];
  }

  async function start(retention_policy: object): Promise<{ lab: Lab; app: string; write: () => Promise<string> }> {
    const lab = await startLab();
    const app = await lab.app(['SMS'], { processing_mode: 'CONVERSATION', retention_policy });
    return { lab, app, write: () => lab.send(app, [['SMS', NUMBER]]) };
  }

  it('of MESSAGE_EXPIRE_POLICY deletes each message when its time is over, and leaves the conversation', async () => {
    const { lab, app, write } = await start({ retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 2 });
    await write();
    await lab.control.advance(DAY_MS);
    await write();
    expect(await left(lab, app)).toEqual([2, 1]);
    await lab.control.advance(DAY_MS);
    expect(await left(lab, app)).toEqual([1, 1]);
    await lab.control.advance(DAY_MS);
    expect(await left(lab, app)).toEqual([0, 1]);
  });

  it('of CONVERSATION_EXPIRE_POLICY deletes the whole conversation when its last message is too old', async () => {
    const { lab, app, write } = await start({ retention_type: 'CONVERSATION_EXPIRE_POLICY', ttl_days: 2 });
    await write();
    await lab.control.advance(1.5 * DAY_MS);
    lab.control.contact(NUMBER, 'SMS').writes('Hello');
    lab.control.contact(NUMBER, 'SMS').types();
    await lab.control.advance(1.5 * DAY_MS);
    expect(await left(lab, app)).toEqual([2, 1]);
    await lab.control.advance(0.5 * DAY_MS);
    expect(await left(lab, app)).toEqual([0, 0]);
    const { contacts } = await lab.done('GET', '/contacts');
    expect(contacts).toHaveLength(1);
    expect((await lab.done('GET', `/events?contact_id=${(contacts as { id: string }[])[0]?.id}`)).events).toEqual([]);
    await write();
    expect(await left(lab, app)).toEqual([1, 1]);
  });

  it('of CONVERSATION_EXPIRE_POLICY counts from the start of a conversation without messages', async () => {
    const { lab, app } = await start({ retention_type: 'CONVERSATION_EXPIRE_POLICY', ttl_days: 1 });
    const contact = await lab.done('POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity: NUMBER }], language: 'EN_US' });
    await lab.done('POST', '/conversations', { app_id: app, contact_id: contact.id });
    await lab.control.advance(DAY_MS - 1);
    expect(await left(lab, app)).toEqual([0, 1]);
    await lab.control.advance(1);
    expect(await left(lab, app)).toEqual([0, 0]);
  });

  it('of PERSIST_RETENTION_POLICY keeps everything', async () => {
    const { lab, app, write } = await start({ retention_type: 'PERSIST_RETENTION_POLICY', ttl_days: 1 });
    await write();
    await lab.control.advance(4000 * DAY_MS);
    expect(await left(lab, app)).toEqual([1, 1]);
  });

  it('follows a policy that is changed, for what is kept already too', async () => {
    const { lab, app, write } = await start({ retention_type: 'PERSIST_RETENTION_POLICY' });
    await write();
    await lab.control.advance(10 * DAY_MS);
    await lab.done('PATCH', `/apps/${app}`, { retention_policy: { retention_type: 'CONVERSATION_EXPIRE_POLICY', ttl_days: 20 } });
    await lab.control.advance(9 * DAY_MS);
    expect(await left(lab, app)).toEqual([1, 1]);
    await lab.done('PATCH', `/apps/${app}`, { retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 1 } });
    expect(await left(lab, app)).toEqual([0, 1]);
    await lab.control.advance(30 * DAY_MS);
    expect(await left(lab, app)).toEqual([0, 1]);
  });

  it('of DISPATCH mode keeps messages for as many days as the app asks, and none by default', async () => {
    const lab = await startLab();
    const kept = await lab.app(['SMS'], { dispatch_retention_policy: { retention_type: 'MESSAGE_EXPIRE_POLICY', ttl_days: 2 } });
    const none = await lab.app(['SMS']);
    for (const app of [kept, none]) await lab.send(app, [['SMS', NUMBER]], { message: text('Hello') });
    const count = async (app: string) =>
      ((await lab.done('GET', `/messages?app_id=${app}&messages_source=DISPATCH_SOURCE`)).messages as object[]).length;
    expect([await count(kept), await count(none)]).toEqual([1, 0]);
    await lab.control.advance(2 * DAY_MS);
    expect(await count(kept)).toBe(0);
  });
});

describe('what a channel does not take', () => {
  it.each([
    ['RCS', { text_message: { text: 'x'.repeat(3073) } }],
    ['RCS', { card_message: { title: 'x'.repeat(201) } }],
    ['MESSENGER', { choice_message: { text_message: { text: 'Well?' }, choices: ['a', 'b', 'c', 'd'].map(text) } }],
  ] as const)('comes back from %s as BAD_REQUEST after the 200', async (channel, message) => {
    const lab = await startLab();
    const app = await lab.app([channel]);
    lab.control.contact(NUMBER, channel).writes('Hi');
    expect(lab.reports(await lab.send(app, [[channel, NUMBER]], { message }))).toEqual([`FAILED ${channel} BAD_REQUEST`]);
  });

  it('goes to the next channel, if that takes it', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS']);
    const both: [string, string][] = [
      ['RCS', NUMBER],
      ['SMS', NUMBER],
    ];
    const id = await lab.send(app, both, { message: text('x'.repeat(3073)) });
    expect(lab.reports(id)).toEqual(['SWITCHING_CHANNEL RCS BAD_REQUEST', 'QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });

  it('is taken with loose', async () => {
    const lab = await startLab({ loose: true });
    const app = await lab.app(['RCS']);
    const id = await lab.send(app, [['RCS', NUMBER]], { message: text('x'.repeat(3073)) });
    expect(lab.reports(id)).toEqual(['QUEUED_ON_CHANNEL RCS', 'DELIVERED RCS']);
  });
});
