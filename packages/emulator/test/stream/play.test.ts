import { WEBHOOK_TRIGGERS } from '@convapi/core';
import { createWebhookVerifier } from '@convapi/webhook-verifier';
import { describe, expect, it } from 'vitest';
import { createSpecCheck } from '../check-answer.ts';
import { makeFolder } from '../state-folder.ts';
import { type Body, type Lab, startLab, startReceiver, text, yesOrNo } from '../support.ts';

const ADA = '46700000001';
const DAY_MS = 24 * 60 * 60 * 1000;

const refusalOf = ({ body }: { body: Body }) => (body.emulator_error as { message: string }).message;

/** A webhook of a new app, with a secret. */
async function hook(
  lab: Lab,
  target: string,
  channels = ['RCS'],
  triggers: string[] = ['MESSAGE_INBOUND'],
): Promise<{ app: string; webhook: string }> {
  const app = await lab.app(channels);
  const { id: webhook } = await lab.done('POST', '/webhooks', { app_id: app, target, target_type: 'HTTP', triggers, secret: 's3cret' });
  return { app, webhook };
}

describe('a phone', () => {
  it('shows who sent a message, when it was delivered and read, and what it answers', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS']);
    const id = await lab.send(app, [['RCS', ADA]], {
      message: { ...text('Hi'), agent: { display_name: 'Bob', type: 'HUMAN', picture_url: 'https://a.example/b.png' } },
    });
    await lab.control.advance(1000);
    lab.control.contact(ADA, 'RCS').reads();
    lab.control.contact(ADA, 'RCS').replies('Hello', { to: id });
    const { entries } = await lab.done('GET', `/_emulator/handsets/RCS/${ADA}`);
    expect(entries).toMatchObject([
      {
        message_id: id,
        status: 'READ',
        delivered_at: '2026-11-21T12:00:00.000Z',
        read_at: '2026-11-21T12:00:01.000Z',
        sender: { name: 'Bob', id: 'rcs-sender', picture_url: 'https://a.example/b.png' },
        gist: 'Hi',
      },
      { direction: 'TO_APP', reply_to: id, gist: 'Hello' },
    ]);
  });

  it('keeps the last emoji of the contact, and forgets it when it is taken off', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['RCS']), [['RCS', ADA]]);
    const contact = lab.control.contact(ADA, 'RCS');
    contact.reacts('👍');
    contact.reacts('🎉');
    const reactions = () => lab.control.handset(ADA, 'RCS').entries.find((entry) => entry.message_id === id)?.reactions;
    expect(reactions()).toEqual([{ from: 'contact', emoji: '🎉', time: '2026-11-21T12:00:00.000Z' }]);
    contact.reacts('🎉', { withdrawn: true });
    expect(reactions()).toEqual([]);
  });

  it('shows who is typing, until they stop or send', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS'], { processing_mode: 'CONVERSATION' });
    const typing = () => lab.control.handset(ADA, 'RCS').typing.map(({ from }) => from);
    const contact = lab.control.contact(ADA, 'RCS');
    contact.types();
    const recipient = { identified_by: { channel_identities: [{ channel: 'RCS', identity: ADA }] } };
    await lab.done('POST', '/events:send', { app_id: app, recipient, event: { composing_event: {} } });
    expect(typing()).toEqual(['contact', 'app']);
    contact.types(false);
    expect(typing()).toEqual(['app']);
    await lab.send(app, [['RCS', ADA]]);
    expect(typing()).toEqual([]);
    contact.types();
    contact.writes('Hi');
    expect(typing()).toEqual([]);
  });

  it('has the attempt that failed on it, with the reason and where it went on, which the messages leave out', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS']);
    lab.control.channel('RCS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' });
    const id = await lab.send(app, [
      ['RCS', ADA],
      ['SMS', ADA],
    ]);
    expect(lab.control.handset(ADA, 'RCS').entries).toMatchObject([
      { message_id: id, status: 'FAILED', reason: { code: 'RECIPIENT_NOT_REACHABLE' }, next_channel: 'SMS' },
    ]);
    expect(lab.control.messages().map(({ channel, status }) => `${channel} ${status}`)).toEqual(['SMS DELIVERED']);
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'CHANNEL_FAILURE' });
    await lab.send(app, [['SMS', ADA]]);
    expect(lab.control.messages().at(-1)).toMatchObject({ status: 'FAILED', reason: { code: 'CHANNEL_FAILURE' } });
  });

  it('is in the list of phones, with its name, its last message and what is unread', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'WHATSAPP'], { processing_mode: 'CONVERSATION' });
    await lab.send(app, [['RCS', ADA]], { message: text('first') });
    await lab.send(app, [['RCS', ADA]], { message: text('second') });
    const bo = lab.control.contact('46700000002', 'WHATSAPP');
    bo.isCalled('Bo');
    bo.writes('Hi');
    const { handsets } = await lab.done('GET', '/_emulator/handsets');
    expect(handsets).toMatchObject([
      { channel: 'WHATSAPP', identity: '46700000002', name: 'Bo', unread: 0, messages: 1, app_ids: [app], last: { gist: 'Hi' } },
      { channel: 'RCS', identity: ADA, unread: 2, messages: 2, contact_id: expect.any(String), last: { gist: 'second' } },
    ]);
    expect((await lab.done('GET', '/_emulator/handsets?channel=RCS')).handsets).toHaveLength(1);
    expect((await lab.done('GET', '/_emulator/handsets?q=bo')).handsets).toHaveLength(1);
  });

  it('is tapped on a certain message, though a newer one has the same caption', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS']);
    const first = await lab.send(app, [['RCS', ADA]], { message: yesOrNo() });
    await lab.send(app, [['RCS', ADA]], { message: yesOrNo() });
    const tap = (what: unknown) => lab.call('POST', '/_emulator/inbound', { channel: 'RCS', identity: ADA, tap: what });
    expect((await tap({ message_id: first, title: 'Yes' })).status).toBe(200);
    await lab.control.idle();
    const answered = lab.control.events().findLast(({ trigger }) => trigger === 'MESSAGE_INBOUND');
    expect(answered?.body).toMatchObject({ message: { contact_message: { choice_response_message: { message_id: first } } } });
    expect((await tap({ message_id: first, postback: 'no!' })).status).toBe(200);
    expect(refusalOf(await tap({ message_id: 'nothing', title: 'Yes' }))).toContain('No message nothing');
    expect(refusalOf(await tap({ postback: 'a', title: 'b' }))).toContain('not both');
  });
});

describe('how channels answer', () => {
  it('can be read, for a channel and for one address', async () => {
    const lab = await startLab();
    lab.control.channel('RCS').answers({ status: 'READ' });
    lab.control.channel('SMS').answers({ status: 'FAILED', reason: 'CHANNEL_FAILURE' }, { identity: ADA });
    expect(await lab.done('GET', '/_emulator/channels')).toEqual({
      answers: [
        { channel: 'RCS', answer: { status: 'READ' } },
        { channel: 'SMS', identity: ADA, answer: { status: 'FAILED', reason: 'CHANNEL_FAILURE' } },
      ],
      seq: lab.control.seq(),
    });
  });
});

describe('a callback', () => {
  it('is sent once more with a new nonce and the same body, and its record goes on', async () => {
    const lab = await startLab();
    const receiver = await startReceiver((attempt) => (attempt === 1 ? 400 : 200));
    await hook(lab, receiver.url);
    lab.control.contact(ADA, 'RCS').writes('Hi');
    await lab.control.idle();
    const [dropped] = lab.control.callbacks();
    expect(dropped).toMatchObject({ state: 'dropped' });
    const { callback } = await lab.done('POST', `/_emulator/callbacks/${dropped?.id}/resend`, {});
    expect(callback).toMatchObject({ id: dropped?.id, state: 'pending', attempts: 1 });
    await lab.control.idle();
    expect(await lab.done('GET', `/_emulator/callbacks/${dropped?.id}`)).toMatchObject({
      callback: { state: 'delivered', attempts: [{ status: 400 }, { status: 200, ms: expect.any(Number) }] },
    });
    const [first, second] = receiver.got;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['x-sinch-webhook-signature-nonce']).not.toBe(first?.headers['x-sinch-webhook-signature-nonce']);
    expect(
      await createWebhookVerifier({ secrets: ['s3cret'], now: lab.control.now }).verify(second?.body ?? '', second?.headers ?? {}),
    ).toMatchObject({
      trigger: 'MESSAGE_INBOUND',
    });
  });

  it('is sent to another address in a record of its own', async () => {
    const lab = await startLab();
    const [receiver, other] = [await startReceiver(), await startReceiver()];
    await hook(lab, receiver.url);
    lab.control.contact(ADA, 'RCS').writes('Hi');
    await lab.control.idle();
    const [sent] = lab.control.callbacks();
    lab.control.resend(sent?.id ?? '', { to: other.url });
    await lab.control.idle();
    expect(lab.control.callbacks()).toMatchObject([
      { target: receiver.url, state: 'delivered' },
      { target: other.url, state: 'delivered', resend_of: sent?.id },
    ]);
    expect(other.got[0]?.body).toBe(receiver.got[0]?.body);
    expect(refusalOf(await lab.call('POST', `/_emulator/callbacks/${sent?.id}/resend`, { to: 'nowhere' }))).toContain('to must be');
    expect(refusalOf(await lab.call('POST', '/_emulator/callbacks/nothing/resend', {}))).toContain('There is no callback nothing');
  });

  it('is among all that were dropped, which go out in the order in which they were made', async () => {
    const lab = await startLab();
    let status = 410;
    const receiver = await startReceiver(() => status);
    await hook(lab, receiver.url);
    for (const words of ['one', 'two', 'three']) lab.control.contact(ADA, 'RCS').writes(words);
    await lab.control.idle();
    status = 200;
    const { resent, left } = await lab.done('POST', '/_emulator/callbacks/resend', {});
    await lab.control.idle();
    expect([resent, left]).toEqual([lab.control.callbacks().map(({ id }) => id), []]);
    expect(receiver.got.slice(3).map(({ body }) => /"text":"(\w+)"/.exec(body)?.[1])).toEqual(['one', 'two', 'three']);
    expect(await lab.done('POST', '/_emulator/callbacks/resend', { state: 'dropped' })).toEqual({ resent: [], left: [] });
    expect(refusalOf(await lab.call('POST', '/_emulator/callbacks/resend', { state: 'pending' }))).toContain('state must be one of');
  });

  it('is not sent again while it is under way, nor once its webhook is gone', async () => {
    const lab = await startLab({ webhooks: { retryDelaysMs: [5000] } });
    const receiver = await startReceiver(() => 503);
    const { webhook } = await hook(lab, receiver.url);
    lab.control.contact(ADA, 'RCS').writes('Hi');
    await lab.control.idle();
    const id = lab.control.callbacks()[0]?.id ?? '';
    expect(() => lab.control.resend(id)).toThrow('is under way');
    await lab.control.advance(5000);
    await lab.control.idle();
    await lab.done('DELETE', `/webhooks/${webhook}`);
    expect(() => lab.control.resend(id)).toThrow('is gone');
    expect(lab.control.resendAll()).toEqual({ resent: [], left: [id] });
  });
});

describe('a sample', () => {
  const spec = createSpecCheck();

  it.each(WEBHOOK_TRIGGERS)('of %s reaches a webhook, signed and as the document says, whether or not it asked for it', async (trigger) => {
    const lab = await startLab();
    const receiver = await startReceiver();
    const { app, webhook } = await hook(lab, receiver.url);
    const { callback } = await lab.done('POST', `/_emulator/webhooks/${webhook}/test`, { trigger });
    expect(callback).toMatchObject({ trigger, sample: true, app_id: app, state: 'pending' });
    await lab.control.idle();
    const [got] = receiver.got;
    const verifier = createWebhookVerifier({ secrets: ['s3cret'], now: lab.control.now });
    expect(await verifier.verify(got?.body ?? '', got?.headers ?? {})).toMatchObject({ trigger, app_id: app });
    spec.callback(trigger, JSON.parse(got?.body ?? ''));
    expect(lab.control.events()).toEqual([]);
  });

  it('of an unknown trigger is refused with those that there are, and one for no webhook too', async () => {
    const lab = await startLab();
    const { webhook } = await hook(lab, 'http://127.0.0.1:9/callbacks');
    expect(refusalOf(await lab.call('POST', `/_emulator/webhooks/${webhook}/test`, { trigger: 'NEW' }))).toContain(
      'trigger must be one of MESSAGE_DELIVERY',
    );
    expect(refusalOf(await lab.call('POST', '/_emulator/webhooks/nothing/test', { trigger: 'OPT_IN' }))).toContain('no webhook nothing');
  });
});

describe('two clocks', () => {
  it('a receiver with the usual tolerance takes callbacks after 25 hours, whose bodies carry the time here', async () => {
    const lab = await startLab({ now: Date.now, webhooks: { now: Date.now } });
    const receiver = await startReceiver();
    await hook(lab, receiver.url);
    await lab.control.advance((25 * DAY_MS) / 24);
    lab.control.contact(ADA, 'RCS').writes('Hi');
    await lab.control.idle();
    const [got] = receiver.got;
    await createWebhookVerifier({ secrets: ['s3cret'] }).verify(got?.body ?? '', got?.headers ?? {});
    expect(Date.parse(String(JSON.parse(got?.body ?? '').event_time)) - Date.now()).toBeGreaterThan(24.9 * 60 * 60 * 1000);
    // One that is sent again is signed anew, with the real time too.
    lab.control.resend(lab.control.callbacks()[0]?.id ?? '');
    await lab.control.idle();
    await createWebhookVerifier({ secrets: ['s3cret'] }).verify(receiver.got[1]?.body ?? '', receiver.got[1]?.headers ?? {});
  });
});

describe('an access key', () => {
  const asKey = (id: string, secret: string) => ({ authorization: `Basic ${btoa(`${id}:${secret}`)}` });

  async function token(lab: Lab, id: string, secret: string): Promise<Response> {
    return fetch(lab.tokenUrl, {
      method: 'POST',
      headers: asKey(id, secret),
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  }

  it('is made with a secret that is shown once and kept as a digest, and lets in with Basic and with tokens', async () => {
    const lab = await startLab();
    const made = await lab.done('POST', '/_emulator/keys', { name: 'laptop' });
    const secret = made.secret as string;
    expect(made).toMatchObject({
      id: expect.any(String),
      name: 'laptop',
      is_first: false,
      last_used: null,
      created_at: '2026-11-21T12:00:00.000Z',
    });
    const listed = await lab.done('GET', '/_emulator/keys');
    expect(listed.keys).toMatchObject([
      { id: lab.keyId, is_first: true },
      { id: made.id, last_used: null },
    ]);
    expect(JSON.stringify([listed, lab.control.snapshot(), await lab.done('GET', '/_emulator')])).not.toContain(secret);
    expect((await lab.call('GET', '/apps', undefined, asKey(made.id, secret))).status).toBe(200);
    expect((await lab.call('GET', '/apps', undefined, asKey(made.id, `${secret}x`))).status).toBe(401);
    const { access_token: bearer } = (await (await token(lab, made.id, secret)).json()) as { access_token: string };
    expect((await lab.call('GET', '/apps', undefined, { authorization: `Bearer ${bearer}` })).status).toBe(200);
    expect(lab.control.keys()[1]).toMatchObject({ last_used: '2026-11-21T12:00:00.000Z' });
    expect(lab.control.requests().map(({ key_id }) => key_id)).toEqual([made.id, made.id, made.id, made.id]);
  });

  it('ends, and its tokens with it, and those of others live on', async () => {
    const lab = await startLab();
    const [one, two] = [lab.control.createKey('one'), lab.control.createKey('two')];
    const bearerOf = async (key: { id: string; secret: string }) =>
      `Bearer ${((await (await token(lab, key.id, key.secret)).json()) as { access_token: string }).access_token}`;
    const [ofOne, ofTwo] = [await bearerOf(one), await bearerOf(two)];
    await lab.done('DELETE', `/_emulator/keys/${one.id}`);
    const status = async (authorization: string) => (await lab.call('GET', '/apps', undefined, { authorization })).status;
    expect([await status(ofOne), await status(ofTwo), await status(`Basic ${btoa(`${one.id}:${one.secret}`)}`)]).toEqual([401, 200, 401]);
    expect((await token(lab, one.id, one.secret)).status).toBe(401);
    expect(refusalOf(await lab.call('DELETE', `/_emulator/keys/${one.id}`))).toContain('may have been revoked already');
    expect(refusalOf(await lab.call('DELETE', `/_emulator/keys/${lab.keyId}`))).toContain('cannot be revoked');
  });

  it('is there after a restart with a data folder', async () => {
    const data = makeFolder();
    const before = await startLab({ data });
    const key = before.control.createKey('laptop');
    await before.close();
    const lab = await startLab({ data });
    expect((await lab.call('GET', '/apps', undefined, asKey(key.id, key.secret))).status).toBe(200);
  });

  it('of a namespace lets in there, and nowhere else', async () => {
    const lab = await startLab();
    const shop = await lab.namespace('shop');
    const key = shop.control.createKey();
    const status = async (projectId: string) =>
      (await fetch(`${lab.url}/v1/projects/${projectId}/apps`, { headers: asKey(key.id, key.secret) })).status;
    expect([await status(shop.projectId), await status(lab.projectId)]).toEqual([200, 403]);
  });
});
