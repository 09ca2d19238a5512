import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EmulatorSeed, EmulatorSnapshot } from '../src/index.ts';
import { ALL_TRIGGERS, credential, startLab, startReceiver, text } from './support.ts';

const NUMBER = '46700000001';

describe('a snapshot', () => {
  it('is a JSON value with a format, a version and a time', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const snapshot = lab.control.snapshot();
    expect(snapshot).toMatchObject({ format: 'convapi-emulator-snapshot', version: 1, time: '2026-11-21T12:00:00.000Z' });
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('brings another emulator to the same state', async () => {
    const one = await startLab();
    const appId = await one.app(['SMS'], { processing_mode: 'CONVERSATION' });
    const messageId = await one.send(appId, [['SMS', NUMBER]]);
    const snapshot = one.control.snapshot();
    const two = await startLab();
    await two.app(['RCS']);
    two.control.load(snapshot);
    expect(two.control.snapshot()).toEqual(snapshot);
    expect(((await two.done('GET', '/apps')).apps as { id: string }[]).map(({ id }) => id)).toEqual([appId]);
    expect((await two.done('GET', `/messages/${messageId}`)).id).toBe(messageId);
  });

  it('stays as it was when the emulators go on', async () => {
    const lab = await startLab();
    const appId = await lab.app(['SMS']);
    const snapshot = lab.control.snapshot();
    const copy = structuredClone(snapshot);
    lab.control.load(snapshot);
    await lab.done('PATCH', `/apps/${appId}`, { display_name: 'Other' });
    await lab.send(appId, [['SMS', NUMBER]]);
    expect(snapshot).toEqual(copy);
    lab.control.load(snapshot);
    expect((await lab.done('GET', `/apps/${appId}`)).display_name).toBe('Test');
    expect(lab.control.messages()).toEqual([]);
  });

  it('carries what is planned and the callbacks that nobody took', async () => {
    const receiver = await startReceiver((attempt) => (attempt === 1 ? 503 : 200));
    const one = await startLab({ channelDelayMs: 60_000, webhooks: { retryDelaysMs: [100_000] } });
    const appId = await one.app(['SMS']);
    const triggers = ['MESSAGE_SUBMIT', 'MESSAGE_DELIVERY'];
    await one.done('POST', '/webhooks', { app_id: appId, target: receiver.url, target_type: 'HTTP', triggers });
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } };
    await one.done('POST', '/messages:send', { app_id: appId, recipient, message: text('Hello') });
    await one.control.advance(0);
    const snapshot = one.control.snapshot();
    await one.close();
    expect(receiver.got).toHaveLength(1);

    const two = await startLab();
    two.control.load(snapshot);
    await two.control.advance(100_000);
    await two.control.idle();
    expect(receiver.keys().sort()).toEqual(
      ['message_submit_notification', 'message_submit_notification', 'message_delivery_report', 'message_delivery_report'].sort(),
    );
  });

  it('moves the time forward, and never back', async () => {
    const [one, two] = [await startLab(), await startLab()];
    await one.control.advance(1000);
    const [early, late] = [two.control.snapshot(), one.control.snapshot()];
    two.control.load(late);
    expect(two.control.now()).toBe(one.control.now());
    two.control.load(early);
    expect(two.control.now()).toBe(one.control.now());
  });

  it('goes out and in over HTTP', async () => {
    const [one, two] = [await startLab(), await startLab()];
    const appId = await one.app(['SMS']);
    const snapshot = (await one.call('GET', '/_emulator/snapshot')).body;
    expect((await two.call('PUT', '/_emulator/snapshot', snapshot)).status).toBe(200);
    expect((await two.done('GET', `/apps/${appId}`)).id).toBe(appId);
  });

  it.each<[string, unknown, string]>([
    ['something else', {}, 'format must be convapi-emulator-snapshot'],
    ['one of a later version', { format: 'convapi-emulator-snapshot', version: 2, time: '2026-11-21T12:00:00Z', state: {} }, 'version 2'],
    ['one without state', { format: 'convapi-emulator-snapshot', version: 1, time: '2026-11-21T12:00:00Z' }, 'no state'],
    ['one without time', { format: 'convapi-emulator-snapshot', version: 1, state: {} }, 'no time'],
    [
      'one with a list',
      { format: 'convapi-emulator-snapshot', version: 1, time: '2026-11-21T12:00:00Z', state: { apps: [] } },
      'state.apps',
    ],
    [
      'one of unknown parts',
      { format: 'convapi-emulator-snapshot', version: 1, time: '2026-11-21T12:00:00Z', state: { dreams: { a: 1 } } },
      'dreams',
    ],
  ])('that is %s is refused, and everything stays as it was', async (_, snapshot, words) => {
    const lab = await startLab();
    const appId = await lab.app(['SMS']);
    const answer = await lab.call('PUT', '/_emulator/snapshot', snapshot);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(words);
    expect(() => lab.control.load(snapshot as EmulatorSnapshot)).toThrow(words);
    expect((await lab.done('GET', `/apps/${appId}`)).id).toBe(appId);
  });
});

const SEED: EmulatorSeed = {
  settings: { contact_settings: { unified_contact_id_enabled: true } },
  apps: [{ id: 'shop', display_name: 'Shop', processing_mode: 'CONVERSATION', channel_credentials: [credential('SMS') as never] }],
  webhooks: [{ id: 'hook', app_id: 'shop', target: 'http://127.0.0.1:9/', target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] }],
  contacts: [{ id: 'ann', language: 'UNSPECIFIED', channel_identities: [{ channel: 'SMS', identity: NUMBER }], display_name: 'Ann' }],
  conversations: [{ id: 'talk', app_id: 'shop', contact_id: 'ann', active_channel: 'SMS' }],
  templates: [{ id: 'hello', default_translation: 'en', translations: [{ language_code: 'en', text_message: { text: 'Hello' } }] }],
  consents: [{ app_id: 'shop', list_type: 'OPT_OUT_MARKETING', identities: [{ identity: NUMBER }] }],
  channels: [{ channel: 'RCS', status: 'FAILED', reason: 'CHANNEL_FAILURE' }],
};

describe('a seed', () => {
  it('is there from the start, under its own ids, and nobody is told', async () => {
    const lab = await startLab({ seed: SEED });
    expect(await lab.done('GET', '/apps/shop')).toMatchObject({ id: 'shop', display_name: 'Shop' });
    expect(await lab.done('GET', '/webhooks/hook')).toMatchObject({ app_id: 'shop' });
    expect(await lab.done('GET', '/contacts/ann')).toMatchObject({ display_name: 'Ann', channel_priority: [] });
    expect(await lab.done('GET', '/conversations/talk')).toMatchObject({ contact_id: 'ann', active: true });
    expect(await lab.done('GET', '/settings')).toMatchObject({ settings: { contact_settings: { unified_contact_id_enabled: true } } });
    expect((await lab.call('GET', `/v2/projects/${lab.projectId}/templates/hello`)).body).toMatchObject({ id: 'hello', version: 1 });
    expect((await lab.done('GET', '/apps/shop/consents/OPT_OUT_MARKETING')).identities).toEqual([{ identity: NUMBER }]);
    expect(lab.control.events()).toEqual([]);
    const id = await lab.send('shop', [['SMS', NUMBER]]);
    expect((await lab.done('GET', `/messages/${id}`)).conversation_id).toBe('talk');
  });

  it('comes from a file', async () => {
    const lab = await startLab({ seed: writeSeed(JSON.stringify(SEED)) });
    expect((await lab.done('GET', '/apps/shop')).id).toBe('shop');
  });

  it('is what the documentation shows', async () => {
    const page = readFileSync(new URL('../../../apps/docs/src/guides/emulator/state.md', import.meta.url), 'utf8');
    const [, seed = ''] = /## Seeds[\s\S]*?```json\n([\s\S]*?)```/.exec(page) ?? [];
    const lab = await startLab({ seed: JSON.parse(seed) as EmulatorSeed });
    expect((await lab.done('GET', '/conversations/talk')).app_id).toBe('shop');
  });

  it('can be a snapshot', async () => {
    const one = await startLab();
    const appId = await one.app(['SMS']);
    const two = await startLab({ seed: one.control.snapshot() });
    expect((await two.done('GET', `/apps/${appId}`)).id).toBe(appId);
  });

  it('is left out where there is something already', async () => {
    const data = mkdtempSync(join(tmpdir(), 'convapi-seed-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    const first = await startLab({ data, seed: SEED });
    await first.done('PATCH', '/apps/shop', { display_name: 'Renamed' });
    await first.close();
    const second = await startLab({ data, seed: SEED });
    expect((await second.done('GET', '/apps/shop')).display_name).toBe('Renamed');
  });

  it.each<[string, object, string]>([
    ['an unknown section', { app: [] }, 'app is no section of a seed. There are settings, apps, webhooks'],
    ['a section that is no list', { apps: {} }, 'apps must be a list'],
    ['an entry that is no object', { apps: ['shop'] }, 'apps[0] must be an object'],
    ['a value that the spec does not know', { apps: [{ display_name: 7, channel_credentials: [] }] }, 'apps[0].display_name'],
    ['a field that is not there', { ...SEED, conversations: [{ contact_id: 'ann' }] }, 'conversations[0].app_id'],
    ['an app that is not there', { webhooks: SEED.webhooks }, 'webhooks[0]: App shop was not found'],
    ['two of one id', { apps: [...(SEED.apps ?? []), ...(SEED.apps ?? [])] }, 'apps[1].id shop is there twice'],
    [
      'what the service refuses',
      { apps: SEED.apps, webhooks: [SEED.webhooks?.[0], { ...SEED.webhooks?.[0], id: 'b' }] },
      'webhooks[1].target',
    ],
    ['an id that is no text', { apps: [{ ...SEED.apps?.[0], id: 7 }] }, 'apps[0].id must be a text'],
    ['an answer that is none', { channels: [{ channel: 'RCS', status: 'MAYBE' }] }, 'channels[0]: status must be one of'],
  ])('with %s is refused with the place that is wrong', async (_, seed, words) => {
    await expect(startLab({ seed: seed as EmulatorSeed })).rejects.toMatchObject({
      name: 'EmulatorError',
      message: expect.stringContaining(words),
    });
  });

  it.each([
    ['{ not JSON', 'cannot be read'],
    ['[]', 'it must be an object'],
  ])('of %j is refused with the name of the file', async (words, reason) => {
    const path = writeSeed(words);
    await expect(startLab({ seed: path })).rejects.toMatchObject({ message: expect.stringMatching(`${path} .*${reason}`) });
    await expect(startLab({ seed: `${path}.gone` })).rejects.toMatchObject({ message: expect.stringContaining('.gone cannot be read') });
  });

  it('that is wrong leaves nothing in the data folder', async () => {
    const data = mkdtempSync(join(tmpdir(), 'convapi-seed-'));
    onTestFinished(() => rmSync(data, { recursive: true, force: true }));
    await expect(startLab({ data, seed: { apps: SEED.apps ?? [], channels: [{} as never] } })).rejects.toThrow('channels[0]');
    expect((await (await startLab({ data })).done('GET', '/apps')).apps).toEqual([]);
  });

  it('works with several webhooks and their triggers', async () => {
    const receiver = await startReceiver();
    const hooks = [{ app_id: 'shop', target: receiver.url, target_type: 'HTTP', triggers: ALL_TRIGGERS }] as never;
    const lab = await startLab({ seed: { ...SEED, webhooks: hooks } });
    lab.control.contact(NUMBER, 'SMS').writes('Hello');
    await lab.control.idle();
    expect(receiver.keys()).toEqual(['message']);
  });
});

function writeSeed(words: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-seed-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'seed.json');
  writeFileSync(path, words);
  return path;
}
