import { randomUUID } from 'node:crypto';
import { card, choice, link, list, location, media, reply, text } from '@convapi/message-builder';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationView } from '../src/index.ts';
import { delivery, inbound, submit, type Who } from './callbacks.ts';
import { APP_ID, type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let inbox: Harness;
let count = 0;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

async function newConversation(
  contact?: string,
  channel = 'SMS',
): Promise<{ who: Who; found: ConversationView; id: string; path: string }> {
  count += 1;
  const who = { channel, identity: `467050000${String(count).padStart(2, '0')}`, ...(contact === undefined ? {} : { contact }) };
  await inbox.callback(inbound(who, `ASK${count}`, text('Hello?')));
  const found = await inbox.conversationWith(who.identity);
  return { who, found, id: found.id, path: `/api/conversations/${found.id}/messages` };
}

const FORBIDDEN = { status: 403, body: { error: { code: 403, message: 'No credit', status: 'PERMISSION_DENIED' } } };

describe('an answer', () => {
  it('is kept at once, and goes to the contact where there are contacts', async () => {
    const { id, path } = await newConversation('C1');
    const { status, body } = await inbox.post(path, { id: randomUUID(), message: text('Hello!') });
    expect([status, body.message]).toMatchObject([
      201,
      { direction: 'out', status: 'sending', message: text('Hello!'), authorName: 'Admin' },
    ]);
    expect(await inbox.settled(body.message)).toMatchObject({ conversationId: id, status: 'accepted' });
    expect(inbox.service.sent.at(-1)).toMatchObject({
      path: '/v1/projects/project/messages:send',
      authorization: 'Bearer head.body.tail',
      body: { app_id: APP_ID, recipient: { contact_id: 'C1' }, message: { text_message: { text: 'Hello!' } } },
    });
  });

  it('goes to the known addresses where there are none, the one that wrote last first', async () => {
    const { id, who } = await newConversation();
    await inbox.callback(submit(who, 'SUB1', text('Hello')));
    await inbox.callback(delivery({ ...who, channel: 'RCS' }, 'SUB1', 'DELIVERED', 1));
    await inbox.send(id, text('Hello!'));
    expect(inbox.service.sent.at(-1)?.body.recipient).toEqual({
      identified_by: {
        channel_identities: [
          { channel: 'SMS', identity: who.identity },
          { channel: 'RCS', identity: who.identity },
        ],
      },
    });
  });

  it('leaves out addresses that nothing has reached', async () => {
    const { id, who } = await newConversation();
    await inbox.callback(submit(who, 'SUB2', text('Hello')));
    await inbox.callback(delivery({ ...who, channel: 'WHATSAPP' }, 'SUB2', 'FAILED', 1, { code: 'CHANNEL_CONFIGURATION_MISSING' }));
    await inbox.send(id, text('Hello!'));
    expect(inbox.service.sent.at(-1)?.body.recipient).toEqual({
      identified_by: { channel_identities: [{ channel: 'SMS', identity: who.identity }] },
    });
  });

  it('can be kept to one channel of the contact', async () => {
    const { id, who } = await newConversation('C10');
    await inbox.callback(inbound({ ...who, channel: 'RCS' }, 'OTHER10', text('Hello?'), 1));
    await inbox.send(id, text('Hello!'), { channel: 'SMS' });
    expect(inbox.service.sent.at(-1)?.body).toMatchObject({ recipient: { contact_id: 'C10' }, channel_priority_order: ['SMS'] });
    const elsewhere = await inbox.post(`/api/conversations/${id}/messages`, {
      id: randomUUID(),
      message: text('Hello!'),
      channel: 'WHATSAPP',
    });
    expect([elsewhere.status, elsewhere.body.detail]).toEqual([422, 'The contact has no address on WHATSAPP.']);
  });

  it.each([
    [
      'card',
      card({ title: 'When?', description: 'We are open', choices: [reply('Today'), link('Calendar', 'https://example.com/')] }),
      'When?',
    ],
    ['choices', choice('Tea or coffee?', [reply('Tea'), reply('Coffee')]), 'Tea or coffee?'],
    ['list', list({ title: 'Pizzas', sections: [{ items: [{ title: 'Margherita' }] }] }), 'Pizzas'],
    ['picture', media('https://example.com/menu.png'), 'menu.png'],
    ['place', location({ title: 'Here', latitude: 59, longitude: 18 }), 'Here'],
  ])('can be a %s', async (_, message, summary) => {
    const { id } = await newConversation(`KIND${count}`, 'RCS');
    expect(await inbox.send(id, message)).toMatchObject({ status: 'accepted', message, summary });
    expect(inbox.service.sent.at(-1)?.body.message).toEqual(message);
  });

  it('is one message, however often it is asked for', async () => {
    const { id, path } = await newConversation('C11');
    const draft = { id: randomUUID(), message: text('Once') };
    const before = inbox.service.sent.length;
    const answers = await Promise.all(Array.from({ length: 5 }, () => inbox.post(path, draft)));
    expect(new Set(answers.map(({ body }) => body.message.id))).toEqual(new Set([draft.id]));
    await inbox.settled(answers[0]?.body.message);
    expect((await inbox.post(path, draft)).status).toBe(200);
    expect(inbox.service.sent.length - before).toBe(1);
    expect(await inbox.messages(id)).toHaveLength(2);
  });

  it('goes out in the order in which it was written', async () => {
    const { id, path } = await newConversation('C12');
    const before = inbox.service.sent.length;
    const words = ['one', 'two', 'three', 'four', 'five', 'six'];
    for (const word of words) await inbox.post(path, { id: randomUUID(), message: text(word) });
    const last = (await inbox.messages(id)).at(-1);
    if (last) await inbox.settled(last);
    expect(inbox.service.sent.slice(before).map(({ body }) => body.message)).toEqual(words.map((word) => text(word)));
  });

  it('is one message, whether its callback or the answer to the send comes first', async () => {
    const { who, id } = await newConversation('C3');
    const early = async () => {
      const metadata = inbox.service.sent.at(-1)?.body.message_metadata;
      await inbox.callback(submit(who, 'EARLY', text('Hello!'), metadata));
      await inbox.callback(delivery(who, 'EARLY', 'DELIVERED', 1, undefined, metadata));
    };
    inbox.service.answerNext({ status: 200, body: { message_id: 'EARLY' }, before: early });
    const sent = await inbox.send(id, text('Hello!'));
    await vi.waitUntil(async () => (await inbox.messages(id)).at(-1)?.status === 'delivered', { timeout: 30_000 });
    expect((await inbox.messages(id)).at(-1)).toMatchObject({ id: sent.id, channel: 'SMS' });
    await inbox.callback(submit(who, 'EARLY', text('Hello!'), 'something else'));
    expect(await inbox.messages(id)).toHaveLength(2);
  });
});

describe('an answer that fails', () => {
  it('is kept with its reason, in words', async () => {
    const { found, id } = await newConversation('C4');
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', field_violations: [{ field: 'recipient', description: 'unknown' }] },
    ];
    inbox.service.answerNext({ status: 400, body: { error: { code: 400, message: 'Not taken', status: 'INVALID_ARGUMENT', details } } });
    const reason = { text: '400 on messages.send: Not taken. (recipient: unknown)' };
    expect(await inbox.send(id, text('Hello!'))).toMatchObject({ status: 'unsent', message: text('Hello!'), reason });
    expect(await inbox.conversationWith(found.channelIdentity)).toMatchObject({ failed: 1, last: { status: 'unsent', summary: 'Hello!' } });
  });

  it('can be sent again, once', async () => {
    const { path, id } = await newConversation('C5');
    inbox.service.answerNext(FORBIDDEN);
    const failed = await inbox.send(id, text('Hello!'));
    expect(await inbox.again(failed)).toMatchObject({ id: failed.id, status: 'accepted' });
    expect((await inbox.post(`${path}/${failed.id}/again`, { id: randomUUID() })).status).toBe(409);
    expect(await inbox.messages(id)).toHaveLength(2);
  });

  it('can be sent again on another channel, as another message', async () => {
    const { who, id } = await newConversation('C13');
    await inbox.callback(inbound({ ...who, channel: 'RCS' }, 'RCS13', text('Hello?'), 1));
    inbox.service.answerNext(FORBIDDEN);
    const failed = await inbox.send(id, text('Hello!'));
    const other = await inbox.again(failed, { channel: 'RCS' });
    expect(other.id).not.toBe(failed.id);
    expect(inbox.service.sent.at(-1)?.body).toMatchObject({ channel_priority_order: ['RCS'], message: text('Hello!') });
    expect((await inbox.messages(id)).find((message) => message.id === failed.id)).toMatchObject({ status: 'unsent', resentAs: other.id });
    expect(await inbox.conversationWith(who.identity)).toMatchObject({ failed: 0 });
  });

  it('can be sent again when the channel failed, as another message and once', async () => {
    const { who, path, id } = await newConversation('C7');
    const first = await inbox.send(id, text('Hello!'));
    const again = `${path}/${first.id}/again`;
    expect((await inbox.post(again, { id: randomUUID() })).status).toBe(409);
    await inbox.callback(delivery(who, `SENT${inbox.service.sent.length}`, 'FAILED', 1, { code: 'RECIPIENT_NOT_REACHABLE' }));
    const answers = await Promise.all([inbox.post(again, { id: randomUUID() }), inbox.post(again, { id: randomUUID() })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const sent = await inbox.settled(answers.find(({ status }) => status === 201)?.body.message);
    expect(sent).toMatchObject({ status: 'accepted', message: text('Hello!') });
    const [, failed, , ...more] = await inbox.messages(id);
    expect(failed).toMatchObject({ id: first.id, status: 'failed', resentAs: sent.id });
    expect(more).toEqual([]);
    const [before, after] = inbox.service.sent.slice(-2);
    expect(after?.body).toEqual({ ...before?.body, message_metadata: `convapi-inbox:${sent.id}` });
  });

  it('is not sent again from another conversation', async () => {
    const { path, id } = await newConversation('C8');
    inbox.service.answerNext(FORBIDDEN);
    const unsent = await inbox.send(id, text('For C8'));
    const { who, path: other, id: otherId } = await newConversation('C9');
    const failed = await inbox.send(otherId, text('For C9'));
    await inbox.callback(delivery(who, `SENT${inbox.service.sent.length}`, 'FAILED', 1));
    const sent = inbox.service.sent.length;
    expect((await inbox.post(`${other}/${unsent.id}/again`, { id: randomUUID() })).status).toBe(404);
    expect((await inbox.post(`${path}/${failed.id}/again`, { id: randomUUID() })).status).toBe(404);
    expect(inbox.service.sent).toHaveLength(sent);
  });

  it('is tried again by itself where that makes sense, and says what it waits for', async () => {
    const patient = await startHarness({ sendRetriesMs: [1_000, 1_000] });
    await patient.callback(inbound({ channel: 'SMS', identity: '46705000097', contact: 'P' }, 'ASK', text('Hello?')));
    const { id } = await patient.conversationWith('46705000097');
    // the client itself asks four times before it gives up
    const busy = { status: 503, body: { error: { code: 503, message: 'Busy', status: 'UNAVAILABLE' } } };
    patient.service.answerNext(busy, busy, busy, busy);
    const { body } = await patient.post(`/api/conversations/${id}/messages`, { id: randomUUID(), message: text('Hello!') });
    await vi.waitUntil(async () => (await patient.messages(id)).at(-1)?.reason?.text.includes('503'), { timeout: 30_000 });
    expect((await patient.messages(id)).at(-1)?.status).toBe('sending');
    expect(await patient.settled(body.message)).toMatchObject({ status: 'accepted' });
    await patient.close();
  });

  it('says that it may have been sent when the connection breaks, and settles when a report comes', async () => {
    const { who, id } = await newConversation('C6');
    inbox.service.answerNext('hang up');
    const unsure = await inbox.send(id, text('Hello!'));
    expect(unsure.status).toBe('unsure');
    await inbox.callback(delivery(who, 'LOST', 'READ', 1, undefined, inbox.service.sent.at(-1)?.body.message_metadata));
    expect((await inbox.messages(id)).at(-1)).toMatchObject({ id: unsure.id, status: 'read' });
  });

  it('says that it was not sent when nobody listens, and never tells the secret', async () => {
    for (const options of [{ baseUrl: 'http://127.0.0.1:9' }, { tokenUrl: `${inbox.service.url}/oauth2/refuse` }]) {
      const lonely = await startHarness(options);
      await lonely.callback(inbound({ channel: 'SMS', identity: '46705000099' }, 'ASK', text('Hello?')));
      const { id } = await lonely.conversationWith('46705000099');
      const sent = await lonely.send(id, text('Hello!'));
      expect(sent).toMatchObject({ status: 'unsent' });
      expect(JSON.stringify([sent, lonely.logged])).not.toContain('key-secret');
      await lonely.close();
    }
  });
});

describe('a message that would be refused', () => {
  it.each([
    ['no message', undefined],
    ['a list', []],
    ['nothing', {}],
    ['two kinds', { ...text('a'), ...media('https://example.com/a.png') }],
    ['a number', { text_message: { text: 7 } }],
    ['choices that are none', { choice_message: { text_message: { text: 'Which?' }, choices: 'both' } }],
    ['an unknown kind', { song_message: { title: 'La' } }],
  ])('is not sent: %s', async (_, message: unknown) => {
    const sent = inbox.service.sent.length;
    const { path } = await newConversation();
    const answer = await inbox.post(path, { id: randomUUID(), message });
    expect([answer.status, answer.type]).toEqual([422, 'application/problem+json']);
    expect(answer.body.issues.length).toBeGreaterThan(0);
    expect(answer.body.detail).toMatch(/^The message would be refused: /);
    expect(inbox.service.sent).toHaveLength(sent);
  });

  it('says on which channel it is too long, and is sent where another channel takes it', async () => {
    const long = text('a'.repeat(5_000));
    const { path, id, who } = await newConversation('C14', 'WHATSAPP');
    const answer = await inbox.post(path, { id: randomUUID(), message: long });
    expect(answer).toMatchObject({
      status: 422,
      body: { issues: [{ severity: 'error', channel: 'WHATSAPP', path: 'text_message.text' }] },
    });
    await inbox.callback(inbound({ ...who, channel: 'TELEGRAM' }, 'TG14', text('Hello?'), 1));
    const elsewhere = await inbox.post(path, { id: randomUUID(), message: text('a'.repeat(1_000)) });
    expect(elsewhere.status).toBe(201);
    await inbox.settled(elsewhere.body.message);
    expect(await inbox.messages(id)).toHaveLength(3);
  });

  it('is said about ten thousand characters, and about more than the API takes at all', async () => {
    const { path } = await newConversation('C17', 'WHATSAPP');
    for (const length of [10_000, 70_000]) {
      const answer = await inbox.post(path, { id: randomUUID(), message: text('a'.repeat(length)) });
      expect([answer.status, answer.body.title]).toEqual([422, 'The message would be refused']);
    }
    const answer = await inbox.post(path, { id: randomUUID(), message: text('a'.repeat(300_000)) });
    expect([answer.status, answer.body.detail]).toEqual([413, 'That is too large: at most 256 KB are taken here.']);
  });

  it('has an id that is a UUID, and of its own', async () => {
    const { path } = await newConversation('C15');
    expect(await inbox.post(path, { id: '7', message: text('a') })).toMatchObject({ status: 400, body: { detail: '"id" is not a UUID.' } });
    const draft = { id: randomUUID(), message: text('a') };
    await inbox.post(path, draft);
    const { path: other } = await newConversation('C16');
    expect((await inbox.post(other, draft)).status).toBe(409);
  });

  it('needs a conversation', async () => {
    const draft = { id: randomUUID(), message: text('a') };
    expect(await inbox.post('/api/conversations/nobody/messages', draft)).toMatchObject({ status: 404 });
  });
});

describe('a conversation that begins here', () => {
  it('has nothing in it, is not listed, and goes on as the contact that the service makes', async () => {
    const { status, body } = await inbox.post('/api/conversations', { channel: 'SMS', identity: '+46 (70) 599-00 01', name: 'Zoë' });
    expect([status, body.conversation]).toMatchObject([201, { name: 'Zoë', channelIdentity: '+46705990001', last: null }]);
    await expect(inbox.conversationWith('Zoë')).rejects.toThrow();
    const sent = await inbox.send(body.conversation.id, text('Hello!'));
    const { message_metadata: metadata, recipient } = inbox.service.sent.at(-1)?.body ?? {};
    expect(recipient).toEqual({ identified_by: { channel_identities: [{ channel: 'SMS', identity: '46705990001' }] } });
    const who = { channel: 'SMS', identity: '46705990001', contact: 'ZOE' };
    await inbox.callback(submit(who, `SENT${inbox.service.sent.length}`, text('Hello!'), metadata));
    await inbox.callback(inbound(who, 'ZOE1', text('Hi!')));
    expect(await inbox.messages(body.conversation.id)).toHaveLength(2);
    await inbox.send(sent.conversationId, text('How are you?'));
    expect(inbox.service.sent.at(-1)?.body.recipient).toEqual({ contact_id: 'ZOE' });
    const again = await inbox.post('/api/conversations', { channel: 'SMS', identity: '46705990001' });
    expect([again.status, again.body.conversation.id]).toEqual([200, body.conversation.id]);
  });

  it.each([
    [{ channel: 'SMS', identity: 'Zoë' }, 'That is not a phone number.'],
    [{ channel: 'SMS', identity: '12' }, 'That is not a phone number.'],
    [{ channel: 'PIGEON', identity: '46705990001' }, '"channel" is not one of'],
    [{ channel: 'SMS', identity: ' ' }, '"identity" is empty.'],
  ])('needs an address: %j', async (conversation, detail) => {
    const answer = await inbox.post('/api/conversations', conversation);
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining(detail)]);
  });
});
