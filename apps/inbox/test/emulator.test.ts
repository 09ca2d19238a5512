import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, startEmulator } from '@convapi/emulator';
import { card, reply, text, toIdentities } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MessageView } from '../src/index.ts';
import { type Harness, SECRET, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

describe.each(['CONVERSATION', 'DISPATCH'] as const)('an inbox on a %s app of the emulator', (mode) => {
  const phone = mode === 'CONVERSATION' ? '+46708000001' : '+46708000002';
  const token = { claimed_identity: mode, token: 'token' };
  let emulator: Emulator;
  let inbox: Harness;
  let appId: string;

  beforeAll(async () => {
    emulator = await startEmulator({ region: 'eu' });
    const { url: baseUrl, tokenUrl, projectId, keyId, keySecret } = emulator;
    const client = createConversationClient({ projectId, region: 'eu', auth: clientCredentials({ keyId, keySecret, tokenUrl }), baseUrl });
    const app = await client.apps.create({
      display_name: mode,
      processing_mode: mode,
      channel_credentials: [
        { channel: 'RCS', static_bearer: token },
        { channel: 'SMS', static_bearer: token },
      ],
    });
    appId = app.id ?? '';
    inbox = await startHarness({ projectId, region: 'eu', keyId, keySecret, appId, baseUrl, tokenUrl });
    const triggers = ['MESSAGE_INBOUND', 'MESSAGE_SUBMIT', 'MESSAGE_DELIVERY', 'CONTACT_CREATE'] as const;
    await client.webhooks.create({
      app_id: appId,
      target: `${inbox.url}/webhook`,
      target_type: 'HTTP',
      secret: SECRET,
      triggers: [...triggers],
    });
    const message = card({ title: 'Your table is ready', choices: [reply('On my way', 'coming')] });
    await client.messages.send({ app_id: appId, recipient: toIdentities({ RCS: phone, SMS: phone }), message });
    await emulator.control.idle();
  });
  afterAll(async () => {
    await inbox.close();
    await emulator.close();
  });

  async function thread(): Promise<{ id: string; messages: MessageView[] }> {
    const conversations = await inbox.conversations();
    expect(conversations.map(({ channelIdentity }) => channelIdentity)).toEqual([phone]);
    const id = conversations[0]?.id ?? '';
    return { id, messages: await inbox.messages(id) };
  }

  it('shows what another program sent, and the choice that is tapped on it', async () => {
    await emulator.control.contact(phone, 'RCS', { app_id: appId }).taps('On my way');
    await emulator.control.idle();
    expect((await thread()).messages).toMatchObject([
      { direction: 'out', status: 'delivered', channel: 'RCS', summary: 'Your table is ready' },
      { direction: 'in', channel: 'RCS', tapped: 'On my way', summary: 'On my way' },
    ]);
  });

  it('answers on the channel of the contact, and shows the tick', async () => {
    const { id } = await thread();
    await inbox.send(id, text('See you then.'));
    await emulator.control.idle();
    const { messages } = await thread();
    expect(messages.at(-1)).toMatchObject({ direction: 'out', status: 'delivered', channel: 'RCS', summary: 'See you then.' });
    expect(messages).toHaveLength(3);
  });

  it('takes callbacks after the time of the emulator was moved by 25 hours: they are signed with real time', async () => {
    const before = emulator.control.seq();
    await emulator.control.advance(25 * 60 * 60 * 1000);
    emulator.control.contact(phone, 'RCS', { app_id: appId }).writes('Still there?');
    const { seq, time } = await emulator.control.waitFor({ trigger: 'MESSAGE_INBOUND', app_id: appId }, { after: before });
    expect(Date.parse(time) - Date.now()).toBeGreaterThan(24 * 60 * 60 * 1000);
    await emulator.control.idle();
    expect((await thread()).messages.at(-1)).toMatchObject({ direction: 'in', summary: 'Still there?' });
    const states = emulator.control.callbacks().filter((callback) => callback.app_id === appId && callback.seq > seq);
    expect(states.map(({ state }) => state)).toEqual(['delivered']);
  });
});
