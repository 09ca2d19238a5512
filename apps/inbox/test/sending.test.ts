import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ConversationView } from '../src/index.ts';
import { delivery, inbound, submit, text, type Who } from './callbacks.ts';
import { APP_ID, type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let inbox: Harness;
let count = 0;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

async function newConversation(contact?: string): Promise<{ who: Who; found: ConversationView; path: string }> {
  count += 1;
  const who = { channel: 'SMS', identity: `467050000${String(count).padStart(2, '0')}`, ...(contact === undefined ? {} : { contact }) };
  await inbox.callback(inbound(who, `ASK${count}`, text('Hello?')));
  const found = await inbox.conversationWith(who.identity);
  return { who, found, path: `/api/conversations/${found.id}/messages` };
}

const FORBIDDEN = { status: 403, body: { error: { code: 403, message: 'No credit', status: 'PERMISSION_DENIED' } } };

describe('an answer', () => {
  it('goes to the contact where there are contacts', async () => {
    const { path } = await newConversation('C1');
    const { status, body } = await inbox.post(path, { text: 'Hello!' });
    expect(status).toBe(201);
    expect(body.message).toMatchObject({ direction: 'out', status: 'accepted', content: { kind: 'text', text: 'Hello!' } });
    expect(inbox.service.sent.at(-1)).toMatchObject({
      path: '/v1/projects/project/messages:send',
      authorization: 'Bearer head.body.tail',
      body: { app_id: APP_ID, recipient: { contact_id: 'C1' }, message: { text_message: { text: 'Hello!' } } },
    });
  });

  it('goes to the known addresses where there are none, the one that wrote last first', async () => {
    const { who, path } = await newConversation();
    await inbox.callback(submit(who, 'SUB1', text('Hello')));
    await inbox.callback(delivery({ ...who, channel: 'RCS' }, 'SUB1', 'DELIVERED', 1));
    await inbox.post(path, { text: 'Hello!' });
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
    const { who, path } = await newConversation();
    await inbox.callback(submit(who, 'SUB2', text('Hello')));
    await inbox.callback(delivery({ ...who, channel: 'WHATSAPP' }, 'SUB2', 'FAILED', 1, { code: 'CHANNEL_CONFIGURATION_MISSING' }));
    await inbox.post(path, { text: 'Hello!' });
    expect(inbox.service.sent.at(-1)?.body.recipient).toEqual({
      identified_by: { channel_identities: [{ channel: 'SMS', identity: who.identity }] },
    });
  });

  it('can be a card with choices', async () => {
    const { path } = await newConversation('C2');
    const card = { title: 'When?', description: 'We are open', choices: ['Today', { title: 'Calendar', url: 'https://example.com/' }] };
    const { body } = await inbox.post(path, { card });
    expect(body.message.content).toEqual({
      kind: 'cards',
      cards: [
        { title: 'When?', description: 'We are open', choices: [{ title: 'Today' }, { title: 'Calendar', url: 'https://example.com/' }] },
      ],
      choices: [],
    });
    expect(inbox.service.sent.at(-1)?.body.message).toEqual({
      card_message: {
        title: 'When?',
        description: 'We are open',
        choices: [{ text_message: { text: 'Today' } }, { url_message: { title: 'Calendar', url: 'https://example.com/' } }],
      },
    });
  });

  it('is one message, whether its callback or the answer to the send comes first', async () => {
    const { who, path } = await newConversation('C3');
    const early = async () => {
      const metadata = inbox.service.sent.at(-1)?.body.message_metadata;
      await inbox.callback(submit(who, 'EARLY', text('Hello!'), metadata));
      await inbox.callback(delivery(who, 'EARLY', 'DELIVERED', 1, undefined, metadata));
    };
    inbox.service.answerNext({ status: 200, body: { message_id: 'EARLY' }, before: early });
    const { body } = await inbox.post(path, { text: 'Hello!' });
    expect(body.message).toMatchObject({ status: 'delivered', channel: 'SMS' });
    await inbox.callback(submit(who, 'EARLY', text('Hello!'), 'something else'));
    expect(await inbox.messages(path.split('/')[3] ?? '')).toHaveLength(2);
  });
});

describe('an answer that fails', () => {
  it('comes back as a problem in words and is kept with its reason', async () => {
    const { path, found } = await newConversation('C4');
    const details = [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', field_violations: [{ field: 'recipient', description: 'unknown' }] },
    ];
    inbox.service.answerNext({ status: 400, body: { error: { code: 400, message: 'Not taken', status: 'INVALID_ARGUMENT', details } } });
    const { status, type, body } = await inbox.post(path, { text: 'Hello!' });
    expect([status, type]).toEqual([502, 'application/problem+json']);
    expect(body).toMatchObject({ title: 'The message was not sent', detail: '400 on messages.send: Not taken. (recipient: unknown)' });
    const [, kept] = await inbox.messages(found.id);
    expect(kept).toEqual(body.message);
    expect(kept).toMatchObject({ status: 'unsent', content: { text: 'Hello!' }, reason: { text: body.detail } });
    expect((await inbox.conversationWith(found.channelIdentity)).last).toMatchObject({ status: 'unsent', preview: 'Hello!' });
  });

  it('can be sent again, once', async () => {
    const { path, found } = await newConversation('C5');
    inbox.service.answerNext(FORBIDDEN);
    const failed = await inbox.post(path, { text: 'Hello!' });
    const retry = `${path}/${failed.body.message.id}/retry`;
    const again = await inbox.post(retry, {});
    expect([again.status, again.body.message]).toMatchObject([200, { id: failed.body.message.id, status: 'accepted' }]);
    expect((await inbox.post(retry, {})).status).toBe(409);
    expect(await inbox.messages(found.id)).toHaveLength(2);
  });

  it('can be sent again when the channel failed, as another message and once', async () => {
    const { who, path, found } = await newConversation('C7');
    const first = await inbox.post(path, { text: 'Hello!' });
    const retry = `${path}/${first.body.message.id}/retry`;
    expect((await inbox.post(retry, {})).status).toBe(409);
    await inbox.callback(delivery(who, `SENT${inbox.service.sent.length}`, 'FAILED', 1, { code: 'RECIPIENT_NOT_REACHABLE' }));
    const answers = await Promise.all([inbox.post(retry, {}), inbox.post(retry, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [, failed, again, ...more] = await inbox.messages(found.id);
    expect(failed).toMatchObject({ id: first.body.message.id, status: 'failed', resent: true });
    expect(again).toMatchObject({ status: 'accepted', content: { text: 'Hello!' } });
    expect(more).toEqual([]);
    const [before, after] = inbox.service.sent.slice(-2);
    expect(after?.body).toEqual({ ...before?.body, message_metadata: `convapi-inbox:${again?.id}` });
  });

  it('is not sent again from another conversation', async () => {
    const { path } = await newConversation('C8');
    inbox.service.answerNext(FORBIDDEN);
    const unsent = await inbox.post(path, { text: 'For C8' });
    const { who, path: other } = await newConversation('C9');
    const { body } = await inbox.post(other, { text: 'For C9' });
    await inbox.callback(delivery(who, `SENT${inbox.service.sent.length}`, 'FAILED', 1));
    const sent = inbox.service.sent.length;
    expect((await inbox.post(`${other}/${unsent.body.message.id}/retry`, {})).status).toBe(409);
    expect((await inbox.post(`${path}/${body.message.id}/retry`, {})).status).toBe(409);
    expect(inbox.service.sent).toHaveLength(sent);
  });

  it('says that it may have been sent when the connection breaks, and settles when a report comes', async () => {
    const { who, path, found } = await newConversation('C6');
    inbox.service.answerNext('hang up');
    const { body } = await inbox.post(path, { text: 'Hello!' });
    expect(body.message.status).toBe('unsure');
    await inbox.callback(delivery(who, 'LOST', 'READ', 1, undefined, inbox.service.sent.at(-1)?.body.message_metadata));
    expect((await inbox.messages(found.id)).at(-1)).toMatchObject({ id: body.message.id, status: 'read' });
  });

  it('says that it was not sent when nobody listens', async () => {
    const lonely = await startHarness({ baseUrl: 'http://127.0.0.1:9' });
    await lonely.callback(inbound({ channel: 'SMS', identity: '46705000099' }, 'ASK', text('Hello?')));
    const { id } = await lonely.conversationWith('46705000099');
    const { body } = await lonely.post(`/api/conversations/${id}/messages`, { text: 'Hello!' });
    expect(body.message).toMatchObject({ status: 'unsent' });
    await lonely.close();
  });

  it('never tells the secret', async () => {
    const wrong = await startHarness({ tokenUrl: `${inbox.service.url}/oauth2/refuse` });
    await wrong.callback(inbound({ channel: 'SMS', identity: '46705000098' }, 'ASK', text('Hello?')));
    const { id } = await wrong.conversationWith('46705000098');
    const { body } = await wrong.post(`/api/conversations/${id}/messages`, { text: 'Hello!' });
    expect(body.message.status).toBe('unsent');
    expect(JSON.stringify(body)).not.toContain('key-secret');
    await wrong.close();
  });
});

describe('a draft that is not right', () => {
  it.each([
    [undefined, 'Send either "text" or "card".'],
    [[], 'Send either "text" or "card".'],
    [{}, 'Send either "text" or "card".'],
    [{ text: 'a', card: {} }, 'Send either "text" or "card".'],
    [{ media: 'https://example.com' }, 'Send either "text" or "card".'],
    [{ text: 7 }, '"text" is not a text.'],
    [{ text: ' \n' }, '"text" is empty.'],
    [{ text: 'a'.repeat(10_001) }, '"text" is longer than 10000 characters.'],
    [{ card: 'title' }, '"card.title" is not a text.'],
    [{ card: { title: '' } }, '"card.title" is empty.'],
    [{ card: { title: 'a', choices: 'b' } }, '"card.choices" is not a list.'],
    [{ card: { title: 'a', choices: Array(11).fill('b') } }, 'A card takes at most 10 choices, this one has 11.'],
    [{ card: { title: 'a', choices: [null] } }, '"card.choices[0].title" is not a text.'],
    [{ card: { title: 'a', choices: [{ title: 'b', url: 'javascript:alert(1)' }] } }, '"card.choices[0].url" is not a http(s) address.'],
    [{ card: { title: 'a', media: 'file:///etc/passwd' } }, '"card.media" is not a http(s) address.'],
  ])('is refused before it is sent: %j', async (draft, detail) => {
    const sent = inbox.service.sent.length;
    const { path } = await newConversation();
    expect(await inbox.post(path, draft)).toMatchObject({ status: 400, type: 'application/problem+json', body: { detail } });
    expect(inbox.service.sent).toHaveLength(sent);
  });

  it('is refused when there is no such conversation', async () => {
    expect(await inbox.post('/api/conversations/nobody/messages', { text: 'a' })).toMatchObject({ status: 404 });
  });
});
