import { randomUUID } from 'node:crypto';
import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, type Fault, startEmulator } from '@convapi/emulator';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MessageView } from '../src/index.ts';
import { delivery, inbound, text } from './callbacks.ts';
import { startHarness } from './harness.ts';

vi.setConfig({ testTimeout: 90_000 });

const PHONE = '+46708000001';
const SEND = { operation: 'Messages_SendMessage' };

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ region: 'eu' });
});
afterEach(() => emulator.control.removeFaults());
afterAll(() => emulator.close());

/** An inbox that hears nothing from the service by itself: no webhook tells it what became of its sends. */
async function startDeafInbox(mode: 'CONVERSATION' | 'DISPATCH', sendRetriesMs: number[] = []) {
  const { url: baseUrl, tokenUrl, projectId, keyId, keySecret } = emulator;
  const client = createConversationClient({ projectId, region: 'eu', auth: clientCredentials({ keyId, keySecret, tokenUrl }), baseUrl });
  const { id: appId = '' } = await client.apps.create({
    display_name: mode,
    processing_mode: mode,
    channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: mode, token: 'token' } }],
  });
  const contact =
    mode === 'CONVERSATION'
      ? (await client.contacts.create({ channel_identities: [{ channel: 'SMS', identity: PHONE }], language: 'EN' })).id
      : undefined;
  const inbox = await startHarness({ projectId, region: 'eu', keyId, keySecret, appId, baseUrl, tokenUrl, sendRetriesMs });
  const question = inbound({ channel: 'SMS', identity: PHONE.slice(1), ...(contact ? { contact } : {}) }, 'ASK', text('Hello?'));
  expect(await inbox.callback({ app_id: appId, ...question })).toBe(200);
  const [conversation] = await inbox.conversations();
  return {
    close: inbox.close,
    hear: (payload: object) => inbox.callback({ app_id: appId, ...payload }),
    send: (words: string) => inbox.send(conversation?.id ?? '', { text_message: { text: words } }),
    again: inbox.again,
    /** The status of the answer alone. */
    askAgain: async ({ conversationId, id }: MessageView) =>
      (await inbox.post(`/api/conversations/${conversationId}/messages/${id}/again`, { id: randomUUID() })).status,
    settled: inbox.settled,
    /** How often a text came to the phone. */
    async arrived(words: string): Promise<number> {
      await emulator.control.idle();
      return emulator.control.messages({ app_id: appId }).filter(({ message }) => JSON.stringify(message).includes(`"${words}"`)).length;
    },
  };
}

describe('sending again what perhaps was sent', () => {
  let inbox: Awaited<ReturnType<typeof startDeafInbox>>;
  beforeAll(async () => {
    inbox = await startDeafInbox('CONVERSATION');
  });
  afterAll(() => inbox.close());

  it.each([
    ['the answer is lost', 'after', 1],
    ['the answer breaks off', 'midway', 1],
    ['the request is lost', 'before', 0],
  ] as const)('looks first, so that it arrives once when %s', async (_, reset, before) => {
    const words = `reset ${reset}`;
    emulator.control.fault({ effect: { reset }, match: SEND, times: 1 });
    const unsure = await inbox.send(words);
    expect([unsure.status, await inbox.arrived(words)]).toEqual(['unsure', before]);
    const again = await inbox.again(unsure);
    expect([again.id, again.status, await inbox.arrived(words)]).toEqual([unsure.id, 'accepted', 1]);
    expect(await inbox.askAgain(unsure)).toBe(409);
  });

  it('arrives once when its second answer is lost as well', async () => {
    emulator.control.fault({ effect: { reset: 'before' }, match: SEND, times: 1 });
    const unsure = await inbox.send('lost twice');
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    expect(await inbox.again(unsure)).toMatchObject({ status: 'unsure' });
    expect(await inbox.again(unsure)).toMatchObject({ status: 'accepted' });
    expect(await inbox.arrived('lost twice')).toBe(1);
  });

  it('arrives once when two people ask for it at once', async () => {
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    const unsure = await inbox.send('asked twice');
    const answers = await Promise.all([inbox.askAgain(unsure), inbox.askAgain(unsure)]);
    expect(answers.sort()).toEqual([201, 409]);
    expect(await inbox.settled(unsure)).toMatchObject({ status: 'accepted' });
    expect(await inbox.arrived('asked twice')).toBe(1);
  });

  it('is not moved to another channel, where it might arrive twice', async () => {
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    const unsure = await inbox.send('elsewhere');
    await expect(inbox.again(unsure, { channel: 'SMS' })).rejects.toThrow('Answered 409');
    expect(await inbox.arrived('elsewhere')).toBe(1);
  });

  it('settles when a callback tells of it', async () => {
    emulator.control.fault({ effect: { reset: 'before' }, match: SEND, times: 1 });
    const unsure = await inbox.send('told meanwhile');
    const who = { channel: 'SMS', identity: PHONE.slice(1) };
    expect(await inbox.hear(delivery(who, 'TOLD', 'DELIVERED', 1, undefined, `convapi-inbox:${unsure.id}`))).toBe(200);
    expect(await inbox.settled(unsure)).toMatchObject({ status: 'delivered' });
    expect(await inbox.askAgain(unsure)).toBe(409);
    expect(await inbox.arrived('told meanwhile')).toBe(0);
  });

  it('is not done while nobody can know, and says so', async () => {
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    const unsure = await inbox.send('cannot know');
    const broken: Fault = { effect: { status: 501 }, match: { operation: 'Messages_ListMessages' } };
    const { remove } = emulator.control.fault(broken);
    const again = await inbox.again(unsure);
    expect(again).toMatchObject({ status: 'unsure' });
    expect(again.reason?.text).toMatch(/was begun before, and whether it was taken is unknown\. .*501 on messages\.list/);
    remove();
    expect(await inbox.again(unsure)).toMatchObject({ status: 'accepted' });
    expect(await inbox.arrived('cannot know')).toBe(1);
  });
});

it('is looked up by itself where it can be, so that nobody has to decide', async () => {
  const inbox = await startDeafInbox('CONVERSATION', [500, 500]);
  for (const reset of ['after', 'before'] as const) {
    emulator.control.fault({ effect: { reset }, match: SEND, times: 1 });
    expect(await inbox.send(`by itself ${reset}`)).toMatchObject({ status: 'accepted' });
    expect(await inbox.arrived(`by itself ${reset}`)).toBe(1);
  }
  await inbox.close();
});

it('is not done in an app that keeps no messages, and says what would change that', async () => {
  const inbox = await startDeafInbox('DISPATCH');
  emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
  const again = await inbox.again(await inbox.send('not kept'));
  expect(again).toMatchObject({ status: 'unsure' });
  expect(again.reason?.text).toContain('dispatch_retention_policy');
  expect(await inbox.arrived('not kept')).toBe(1);
  await inbox.close();
});
