import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, readStored, writeStored } from './state-folder.ts';
import { ALL_TRIGGERS, type Lab, startLab, startReceiver, text, yesOrNo } from './support.ts';

const NUMBER = '46700000001';

async function listenTo(lab: Lab, appId: string, target: string): Promise<void> {
  await lab.done('POST', '/webhooks', { app_id: appId, target, target_type: 'HTTP', triggers: ALL_TRIGGERS, secret: 'secret' });
}

describe('a data folder', () => {
  it('brings everything back after a restart', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const appId = await first.app(['RCS', 'SMS'], { processing_mode: 'CONVERSATION' });
    const messageId = await first.send(appId, [['RCS', NUMBER]], { message: yesOrNo() });
    await first.done('POST', '/settings', { contact_settings: { unified_contact_id_enabled: true } });
    first.control.channel('SMS').answers({ status: 'READ' }, { identity: NUMBER });
    const before = first.control.snapshot();
    await first.close();

    const second = await startLab({ data });
    expect(second.control.snapshot()).toEqual(before);
    expect((await second.done('GET', `/messages/${messageId}`)).id).toBe(messageId);
    second.control.contact(NUMBER, 'RCS').taps('Yes');
    const { body } = await second.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
    expect(body).toMatchObject({ message: { contact_message: { choice_response_message: { message_id: messageId } } } });
  });

  it('goes on with new ids where the clock stands still and randomness repeats', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const one = await first.app(['SMS']);
    await first.close();
    const second = await startLab({ data });
    const two = await second.app(['SMS']);
    expect(two > one).toBe(true);
  });

  it('keeps the time that was passed', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    await first.control.advance(3_600_000);
    const now = first.control.now();
    await first.close();
    expect((await startLab({ data })).control.now()).toBe(now);
  });

  it('goes on with messages that were on their way', async () => {
    const data = makeFolder();
    const first = await startLab({ data, channelDelayMs: 60_000 });
    const appId = await first.app(['SMS']);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    const { message_id: id } = await first.done('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello') });
    await first.close();
    const second = await startLab({ data, channelDelayMs: 60_000 });
    await second.control.advance(200_000);
    expect(second.reports(id)).toEqual(['QUEUED_ON_CHANNEL SMS', 'DELIVERED SMS']);
  });

  it('goes on with the outbound queue, urgent messages first', async () => {
    const data = makeFolder();
    const first = await startLab({ data, rateLimits: { outboundPerSecond: 1 } });
    const appId = await first.app(['SMS']);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    for (const [words, queue] of Object.entries({ one: 'NORMAL_PRIORITY', two: 'NORMAL_PRIORITY', three: 'HIGH_PRIORITY' })) {
      await first.done('POST', '/messages:send', { app_id: appId, recipient, message: text(words), queue });
    }
    await first.close();
    const second = await startLab({ data, rateLimits: { outboundPerSecond: 1 } });
    await second.control.advance(5000);
    const arrived = second.control.messages().map(({ message }) => ('text_message' in message ? message.text_message?.text : ''));
    expect(arrived.at(-1)).toBe('two');
    expect([...arrived].sort()).toEqual(['one', 'three', 'two']);
  });

  it('goes on with batches that are due later', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const appId = await first.app(['SMS']);
    const send_after = new Date(first.control.now() + 3_600_000).toISOString();
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    const path = `/batch/v1/projects/${first.projectId}/messages`;
    await first.done('POST', path, { app_id: appId, message: text('Later'), recipient_and_params: [{ recipient }], send_after });
    await first.close();
    const second = await startLab({ data });
    await second.control.advance(7_200_000);
    await second.control.idle();
    expect(second.control.messages({ identity: NUMBER })).toHaveLength(1);
  });

  it('sends callbacks again that nobody took, with their attempts so far, in the order of the schedule', async () => {
    const data = makeFolder();
    const retryDelaysMs = [5000, 10_000, 20_000];
    const refusing = await startReceiver(() => 503);
    const first = await startLab({ data, webhooks: { retryDelaysMs } });
    const appId = await first.app(['SMS']);
    await listenTo(first, appId, refusing.url);
    await first.send(appId, [['SMS', NUMBER]]);
    await first.control.advance(5000);
    const [before] = first.control.callbacks();
    expect(before?.attempts).toHaveLength(2);
    await first.close();

    const second = await startLab({ data, webhooks: { retryDelaysMs } });
    await second.control.idle();
    expect(second.control.callbacks()[0]).toMatchObject({ id: before?.id, attempts: before?.attempts, state: 'pending' });
    await second.control.advance(9999);
    expect(second.control.callbacks()[0]?.attempts).toHaveLength(2);
    await second.control.advance(1);
    expect(second.control.callbacks()[0]?.attempts).toHaveLength(3);
  });

  it('does not repeat callbacks that were taken', async () => {
    const data = makeFolder();
    const receiver = await startReceiver();
    const first = await startLab({ data });
    const appId = await first.app(['SMS'], { processing_mode: 'CONVERSATION' });
    await listenTo(first, appId, receiver.url);
    await first.send(appId, [['SMS', NUMBER]]);
    const count = receiver.got.length;
    await first.close();
    const second = await startLab({ data });
    await second.control.idle();
    expect(receiver.got).toHaveLength(count);
    expect(second.control.callbacks()).toEqual([]);
  });

  it('keeps the order of callbacks that were waiting', async () => {
    const data = makeFolder();
    const silent = await startReceiver(() => undefined);
    const first = await startLab({ data });
    const appId = await first.app(['SMS'], { processing_mode: 'CONVERSATION' });
    await listenTo(first, appId, silent.url);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    await first.done('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello') });
    await first.control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' });
    const triggers = first.control.callbacks().map(({ trigger }) => trigger);
    // The one that is out, and is not answered.
    await expect.poll(() => silent.got.length).toBe(1);
    await first.close();
    silent.got.length = 0;

    const second = await startLab({ data, webhooks: { timeoutMs: 50, retryDelaysMs: [] } });
    expect(second.control.callbacks().map(({ trigger }) => trigger)).toEqual(triggers);
    await second.control.idle();
    expect(silent.keys()).toEqual([
      'contact_create_notification',
      'conversation_start_notification',
      'message_submit_notification',
      'message_delivery_report',
      'message_delivery_report',
    ]);
  });

  it('forgets what was deleted and what a reset took away', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const kept = await first.app(['SMS']);
    const deleted = await first.app(['RCS']);
    await first.done('DELETE', `/apps/${deleted}`);
    await first.close();
    const second = await startLab({ data });
    expect(((await second.done('GET', '/apps')).apps as { id: string }[]).map(({ id }) => id)).toEqual([kept]);
    await second.call('POST', '/_emulator/reset', {});
    await second.close();
    expect((await (await startLab({ data })).done('GET', '/apps')).apps).toEqual([]);
  });

  it('takes access tokens from before the restart', async () => {
    const data = makeFolder();
    const first = await startLab({ data });
    const form = {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: first.keyId, client_secret: first.keySecret }),
    };
    const { access_token } = (await (await fetch(first.tokenUrl, form)).json()) as { access_token: string };
    await first.close();
    const second = await startLab({ data });
    expect((await second.call('GET', '/apps', undefined, { authorization: `Bearer ${access_token}` })).status).toBe(200);
  });

  it('is refused while another emulator has it', async () => {
    const data = makeFolder();
    const lab = await startLab({ data });
    await expect(startLab({ data })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: `[@convapi/emulator] The data folder ${data} is in use by another emulator. Stop that one, or choose another folder.`,
    });
    await lab.close();
    await expect(startLab({ data })).resolves.toBeDefined();
  });

  it('is let go when the emulator cannot start', async () => {
    const data = makeFolder();
    const { url } = await startLab();
    await expect(startLab({ data, port: Number(new URL(url).port) })).rejects.toMatchObject({ message: expect.stringContaining('in use') });
    await expect(startLab({ data })).resolves.toBeDefined();
  });

  it('of a later version is refused, and left as it was', async () => {
    const data = makeFolder();
    await (await startLab({ data })).close();
    const rows = readStored(data);
    writeStored(data, rows, 99);
    await expect(startLab({ data })).rejects.toMatchObject({ name: 'EmulatorError', message: expect.stringContaining('has format 99') });
    expect(readStored(data)).toEqual(rows);
    writeStored(data, rows);
    await expect(startLab({ data })).resolves.toBeDefined();
  });

  it('with rows that nobody knows is refused', async () => {
    const data = makeFolder();
    await (await startLab({ data })).close();
    writeStored(data, new Map([...readStored(data), ['dreams/1', '{}']]));
    await expect(startLab({ data })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringContaining('unknown part dreams'),
    });
  });

  it('that holds something else is refused, and left as it was', async () => {
    const data = makeFolder();
    for (const name of ['notes.txt', 'lock-picking.md']) {
      writeFileSync(join(data, name), 'mine');
      await expect(startLab({ data })).rejects.toMatchObject({
        name: 'EmulatorError',
        message: expect.stringContaining('holds other files'),
      });
      expect(readdirSync(data)).toEqual([name]);
      rmSync(join(data, name));
    }
  });

  it('comes back with times that are far beyond all calendars', async () => {
    const data = makeFolder();
    const far = Number.MAX_SAFE_INTEGER;
    const webhooks = { retryDelaysMs: [far] };
    const refusing = await startReceiver(() => 503);
    // The spec limits a time to live.
    const first = await startLab({ data, webhooks, channelDelayMs: 1000, loose: true });
    const appId = await first.app(['SMS']);
    await listenTo(first, appId, refusing.url);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    const { status } = await first.call('POST', '/messages:send', {
      app_id: appId,
      recipient,
      message: text('Hello'),
      ttl: '9999999999999s',
    });
    first.control.fault({ effect: { lateMs: far } });
    await first.control.advance(5000);
    const before = first.control.snapshot();
    await first.close();
    const second = await startLab({ data, webhooks });
    expect([status, second.control.snapshot()]).toEqual([200, before]);
  });

  it('of an earlier version, which kept it in LevelDB, is told apart, and left as it was', async () => {
    const data = makeFolder();
    const files = ['000003.log', 'CURRENT', 'LOCK', 'LOG', 'MANIFEST-000002'];
    for (const name of files) writeFileSync(join(data, name), '');
    await expect(startLab({ data })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringMatching(/was written by an earlier version of the emulator.*Choose another folder.*snapshot/),
    });
    expect(readdirSync(data)).toEqual(files);
  });

  it.each([
    ['contacts/one', 'null'],
    ['contacts/one', '{"id":"one"}'],
    ['messages/one', '5'],
    ['messages/one', '{"id":"one","appId":"a","wire":{},"acceptedMs":1e300}'],
    ['callbacks/one', '{"job":{"target":"http://127.0.0.1/","appId":"a","lane":"l","body":"{"},"attempts":[]}'],
    ['jobs/00000000000001', '{"job":null,"dueMs":1}'],
    ['meta/clock', 'null'],
    ['meta/clock', '{"offsetMs":"soon"}'],
    ['meta/clock', '{"offsetMs":1e15}'],
    ['consents/app|OPT_OUT_ALL|46', 'false'],
    ['settings/us', '[]'],
  ])('with a row that is wrong is refused by the name of the row, and without it where that is wanted: %s %s', async (key, text) => {
    const data = makeFolder();
    const first = await startLab({ data });
    const appId = await first.app(['SMS']);
    await first.close();
    writeStored(data, new Map([...readStored(data), [key, text]]));
    const [part = '', ...rest] = key.split('/');
    await expect(startLab({ data })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: `[@convapi/emulator] The state is damaged: the row ${rest.join('/')} of ${part} is wrong.`,
    });
    await (await startLab({ data, salvage: true })).close();
    const second = await startLab({ data });
    expect((await second.done('GET', `/apps/${appId}`)).id).toBe(appId);
  });

  it('that is no folder is refused', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    await expect(startLab({ data: file })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringContaining('as data folder'),
    });
  });

  it('is made when there is none', async () => {
    const data = join(makeFolder(), 'a', 'b');
    await startLab({ data });
    expect(readdirSync(data)).toContain('state.log');
  });
});
