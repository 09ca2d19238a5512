import { clientCredentials } from '@convapi/auth';
import { createConversationClient } from '@convapi/client';
import { type Emulator, type Fault, startEmulator } from '@convapi/emulator';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signIn } from '../src/demo/sign-in.ts';
import { type InboxServer, type MessageView, startInbox } from '../src/index.ts';
import { delivery, inbound, text } from './callbacks.ts';
import { SECRET, sendCallback } from './harness.ts';

vi.setConfig({ testTimeout: 60_000 });

const PHONE = '+46708000001';
const SEND = { operation: 'Messages_SendMessage' };

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ region: 'eu' });
});
afterEach(() => emulator.control.removeFaults());
afterAll(() => emulator.close());

interface Answer {
  status: number;
  detail?: string;
  message: MessageView;
}

/** An inbox that hears nothing from the service by itself: no webhook tells it what became of its sends. */
async function startDeafInbox(mode: 'CONVERSATION' | 'DISPATCH') {
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
  const inbox: InboxServer = await startInbox({
    projectId,
    region: 'eu',
    keyId,
    keySecret,
    appId,
    baseUrl,
    tokenUrl,
    webhookSecrets: SECRET,
  });
  const headers = { cookie: await signIn(inbox.pageUrl), 'content-type': 'application/json' };
  const question = inbound({ channel: 'SMS', identity: PHONE.slice(1), ...(contact ? { contact } : {}) }, 'ASK', text('Hello?'));
  expect(await sendCallback(inbox.url, { app_id: appId, ...question }, SECRET)).toBe(200);
  const { conversations } = await (await fetch(`${inbox.url}/api/conversations`, { headers })).json();
  const path = `${inbox.url}/api/conversations/${conversations[0].id}/messages`;

  async function post(to: string, body: object): Promise<Answer> {
    const response = await fetch(to, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, ...(await response.json()) };
  }
  return {
    close: () => inbox.close(),
    hear: (payload: object) => sendCallback(inbox.url, { app_id: appId, ...payload }, SECRET),
    send: (words: string) => post(path, { text: words }),
    retry: ({ message }: Answer) => post(`${path}/${message.id}/retry`, {}),
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
    expect([unsure.status, unsure.message.status, await inbox.arrived(words)]).toEqual([502, 'unsure', before]);
    const again = await inbox.retry(unsure);
    expect([again.status, again.message.id, await inbox.arrived(words)]).toEqual([200, unsure.message.id, 1]);
    expect(again.message.status).toBe('accepted');
    expect((await inbox.retry(unsure)).status).toBe(409);
  });

  it('arrives once when its second answer is lost as well', async () => {
    emulator.control.fault({ effect: { reset: 'before' }, match: SEND, times: 1 });
    const unsure = await inbox.send('lost twice');
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    expect(await inbox.retry(unsure)).toMatchObject({ status: 502, message: { status: 'unsure' } });
    expect(await inbox.retry(unsure)).toMatchObject({ status: 200, message: { status: 'accepted' } });
    expect(await inbox.arrived('lost twice')).toBe(1);
  });

  it('arrives once when two people ask for it at once', async () => {
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    const unsure = await inbox.send('asked twice');
    const answers = await Promise.all([inbox.retry(unsure), inbox.retry(unsure)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await inbox.arrived('asked twice')).toBe(1);
  });

  it('is not done when a callback tells of it while it is looked up', async () => {
    emulator.control.fault({ effect: { reset: 'before' }, match: SEND, times: 1 });
    const unsure = await inbox.send('told meanwhile');
    const slow = emulator.control.fault({ effect: { latencyMs: 1_500 }, match: { operation: 'Messages_ListMessages' } });
    const again = inbox.retry(unsure);
    const report = delivery(
      { channel: 'SMS', identity: PHONE.slice(1) },
      'TOLD',
      'DELIVERED',
      1,
      undefined,
      `convapi-inbox:${unsure.message.id}`,
    );
    expect(await inbox.hear(report)).toBe(200);
    expect(await again).toMatchObject({ status: 200, message: { status: 'delivered' } });
    expect([slow.fired().length, await inbox.arrived('told meanwhile')]).toEqual([1, 0]);
  });

  it('is not done while nobody can know, and says so', async () => {
    emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
    const unsure = await inbox.send('cannot know');
    const broken: Fault = { effect: { status: 501 }, match: { operation: 'Messages_ListMessages' } };
    const { remove } = emulator.control.fault(broken);
    const again = await inbox.retry(unsure);
    expect(again).toMatchObject({ status: 502, message: { status: 'unsure' } });
    expect(again.detail).toMatch(/^It may have been sent, so it was not sent again\. 501 on messages\.list/);
    expect(again.message.reason?.text).toBe(again.detail);
    remove();
    expect(await inbox.retry(unsure)).toMatchObject({ status: 200, message: { status: 'accepted' } });
    expect(await inbox.arrived('cannot know')).toBe(1);
  });
});

it('is not done in an app that keeps no messages, and says what would change that', async () => {
  const inbox = await startDeafInbox('DISPATCH');
  emulator.control.fault({ effect: { reset: 'after' }, match: SEND, times: 1 });
  const again = await inbox.retry(await inbox.send('not kept'));
  expect(again).toMatchObject({ status: 502, message: { status: 'unsure' } });
  expect(again.detail).toContain('dispatch_retention_policy');
  expect(await inbox.arrived('not kept')).toBe(1);
  await inbox.close();
});
