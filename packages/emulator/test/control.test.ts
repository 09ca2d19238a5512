import { describe, expect, it } from 'vitest';
import { isEmulatorError } from '../src/index.ts';
import { credential, type Lab, startLab, text, yesOrNo } from './support.ts';

const CONVERSATION = { processing_mode: 'CONVERSATION' };
const ADA = '46700000001';
const BO = '46700000002';

/** The last message that an app heard of. */
async function heard(lab: Lab): Promise<Record<string, unknown>> {
  await lab.control.idle();
  return lab.control
    .events()
    .filter((event) => event.trigger === 'MESSAGE_INBOUND')
    .at(-1)?.body.message as Record<string, unknown>;
}

function failure(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (isEmulatorError(error)) return error.message;
    throw error;
  }
  return 'nothing failed';
}

describe('a contact', () => {
  it('writes, and the conversation follows the channel', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS', 'RCS'], CONVERSATION);
    const { message_id } = lab.control.contact(`+${ADA}`, 'RCS').writes('Hi');
    expect(await heard(lab)).toMatchObject({
      id: message_id,
      direction: 'TO_APP',
      contact_message: text('Hi'),
      channel_identity: { channel: 'RCS', identity: ADA },
      sender_id: 'rcs-sender',
      injected: false,
    });
    expect((await lab.done('GET', `/conversations?app_id=${app}`)).conversations).toMatchObject([
      { active_channel: 'RCS', last_received: '2026-11-21T12:00:00.000Z' },
    ]);
    expect(await lab.done('GET', `/messages/${message_id}`)).toMatchObject({ contact_message: text('Hi') });
    lab.checkCallbacks();
  });

  it('taps by text or by postback, and the default postback is made of id and text', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['RCS']), [['RCS', ADA]], { message: yesOrNo() });
    const contact = lab.control.contact(ADA, 'RCS');
    contact.taps('yes');
    expect(await heard(lab)).toMatchObject({
      contact_message: { choice_response_message: { message_id: id, postback_data: `${id}_Yes` } },
    });
    contact.taps({ postback: 'no!' });
    expect(await heard(lab)).toMatchObject({ contact_message: { choice_response_message: { message_id: id, postback_data: 'no!' } } });
    lab.checkCallbacks();
  });

  const choices = [{ ...text('Pick'), postback_data: 'picked' }];
  const list = { title: 'L', sections: [{ title: 'S', items: [{ choice: { title: 'Pick', postback_data: 'picked' } }] }] };
  it.each([
    ['card', { card_message: { title: 'C', choices } }],
    ['carousel card', { carousel_message: { cards: [{ title: 'C', choices }] } }],
    ['carousel', { carousel_message: { cards: [{ title: 'C' }], choices } }],
    ['list', { list_message: list }],
  ])('taps a choice of a %s', async (_what, message) => {
    const lab = await startLab();
    await lab.send(await lab.app(['RCS']), [['RCS', ADA]], { message });
    lab.control.contact(ADA, 'RCS').taps('Pick');
    expect(await heard(lab)).toMatchObject({ contact_message: { choice_response_message: { postback_data: 'picked' } } });
  });

  it('is told which choices there are when none fits', async () => {
    const lab = await startLab();
    const link = { url_message: { title: 'Shop', url: 'https://example.com' } };
    const message = { card_message: { title: 'C', choices: [text('Yes'), link] } };
    const id = await lab.send(await lab.app(['RCS']), [['RCS', ADA]], { message });
    const contact = lab.control.contact(ADA, 'RCS');
    expect(failure(() => contact.taps('Maybe'))).toContain(`It shows: "Yes" (postback "${id}_Yes"), "Shop".`);
    expect(failure(() => contact.taps('Shop'))).toContain('sends nothing to the app');
    expect(failure(() => lab.control.contact(BO, 'RCS').taps('Yes'))).toContain('no choices');
  });

  it('answers a choice by typing it on SMS, but not on RCS', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS', 'RCS']);
    await lab.send(app, [['SMS', ADA]], { message: yesOrNo() });
    await lab.send(app, [['RCS', ADA]], { message: yesOrNo() });
    lab.control.contact(ADA, 'SMS').writes(' NO ');
    expect(await heard(lab)).toMatchObject({ contact_message: { choice_response_message: { postback_data: 'no!' } } });
    lab.control.contact(ADA, 'SMS').writes('Perhaps');
    expect(await heard(lab)).toMatchObject({ contact_message: text('Perhaps') });
    lab.control.contact(ADA, 'RCS').writes('No');
    expect(await heard(lab)).toMatchObject({ contact_message: text('No') });
  });

  it('shares places, sends files, and anything else that the API knows', async () => {
    const lab = await startLab();
    await lab.app(['RCS']);
    const contact = lab.control.contact(ADA, 'RCS');
    contact.sharesLocation({ latitude: 55.6, longitude: 13, title: 'Home' });
    expect(await heard(lab)).toMatchObject({
      contact_message: { location_message: { coordinates: { latitude: 55.6, longitude: 13 }, title: 'Home', label: '' } },
    });
    contact.sendsMedia('https://example.com/a.jpg');
    expect(await heard(lab)).toMatchObject({ contact_message: { media_message: { url: 'https://example.com/a.jpg' } } });
    contact.sendsMedia('https://example.com/a.jpg', 'Look');
    expect(await heard(lab)).toMatchObject({
      contact_message: { media_card_message: { url: 'https://example.com/a.jpg', caption: 'Look' } },
    });
    contact.sends({ fallback_message: { raw_message: '{}', reason: { code: 'UNKNOWN' } } });
    expect(await heard(lab)).toMatchObject({ contact_message: { fallback_message: { raw_message: '{}' } } });
    lab.checkCallbacks();
  });

  it('types', async () => {
    const lab = await startLab();
    await lab.app(['RCS'], CONVERSATION);
    const { event_id } = lab.control.contact(ADA, 'RCS').types();
    lab.control.contact(ADA, 'RCS').types(false);
    const started = await lab.control.waitFor({ trigger: 'EVENT_INBOUND' });
    expect(started.body.event).toMatchObject({ id: event_id, contact_event: { composing_event: {} } });
    expect(await lab.done('GET', `/events/${event_id}`)).toMatchObject({ direction: 'TO_APP' });
    await lab.control.idle();
    lab.checkCallbacks();
  });

  it('reads the newest unread message, and the channel says so if it can', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS', 'SMS']);
    const [first, second] = [await lab.send(app, [['RCS', ADA]]), await lab.send(app, [['RCS', ADA]])];
    const contact = lab.control.contact(ADA, 'RCS');
    expect(contact.reads()).toEqual({ message_id: second, reported: true });
    expect(contact.reads(first)).toEqual({ message_id: first, reported: true });
    expect(contact.reads(first)).toEqual({ message_id: first, reported: false });
    expect(failure(() => contact.reads())).toContain('no unread message');
    expect(failure(() => contact.reads('other'))).toContain('no message other');
    const sms = await lab.send(app, [['SMS', ADA]]);
    expect(lab.control.contact(ADA, 'SMS').reads()).toEqual({ message_id: sms, reported: false });
    await lab.control.idle();
    expect(lab.reports(second)).toEqual(['QUEUED_ON_CHANNEL RCS', 'DELIVERED RCS', 'READ RCS']);
    expect(lab.control.messages({ channel: 'RCS' }).map((message) => message.status)).toEqual(['READ', 'READ']);
  });
});

describe('the app that hears a contact', () => {
  it('is the one that last wrote there, when several have the channel', async () => {
    const lab = await startLab();
    const [one, two] = [await lab.app(['SMS']), await lab.app(['SMS'])];
    expect(failure(() => lab.control.contact(ADA, 'SMS').writes('Hi'))).toContain('Say which with app_id');
    await lab.send(two, [['SMS', ADA]]);
    await lab.send(one, [['SMS', BO]]);
    lab.control.contact(ADA, 'SMS').writes('Hi');
    await lab.control.idle();
    expect(lab.control.events().at(-1)).toMatchObject({ trigger: 'MESSAGE_INBOUND', app_id: two });
  });

  it('can be named', async () => {
    const lab = await startLab();
    const [one] = [await lab.app(['SMS']), await lab.app(['SMS'])];
    lab.control.contact(ADA, 'SMS', { app_id: one }).writes('Hi');
    await lab.control.idle();
    expect(lab.control.events().at(-1)).toMatchObject({ app_id: one });
  });

  it('must exist and have the channel', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    expect(failure(() => lab.control.contact(ADA, 'RCS').writes('Hi'))).toContain('No app has the channel RCS');
    expect(failure(() => lab.control.contact(ADA, 'SMS', { app_id: 'x' }).writes('Hi'))).toContain('There is no app x');
    expect(failure(() => lab.control.contact(ADA, 'RCS', { app_id: app }).writes('Hi'))).toContain('has no channel RCS');
  });
});

describe('channels', () => {
  it('answer one address otherwise than the rest, until reset', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS']);
    const last = async (identity: string) => lab.reports(await lab.send(app, [['RCS', identity]])).at(-1);
    lab.control.channel('RCS').answers({ status: 'READ' });
    lab.control.channel('RCS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_OPTED_IN' }, { identity: ADA });
    expect([await last(ADA), await last(BO)]).toEqual(['FAILED RCS RECIPIENT_NOT_OPTED_IN', 'READ RCS']);
    lab.control.channel('RCS').reset({ identity: ADA });
    expect(await last(ADA)).toBe('READ RCS');
    lab.control.channel('RCS').reset();
    expect(await last(ADA)).toBe('DELIVERED RCS');
  });
});

describe('waiting', () => {
  it('hears of what comes later', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const waiting = lab.control.waitFor({ trigger: 'MESSAGE_INBOUND', identity: `+${ADA}` });
    lab.control.contact(BO, 'SMS').writes('No');
    lab.control.contact(ADA, 'SMS').writes('Yes');
    expect((await waiting).body.message).toMatchObject({ contact_message: text('Yes') });
  });

  it('leaves aside what has happened already, if asked', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    lab.control.contact(ADA, 'SMS').writes('No');
    await lab.control.idle();
    const waiting = lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' }, { fresh: true });
    lab.control.contact(ADA, 'SMS').writes('Yes');
    expect((await waiting).body.message.contact_message).toEqual(text('Yes'));
  });

  it('takes a function', async () => {
    const lab = await startLab();
    const id = await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    const event = await lab.control.waitFor(({ body }) => JSON.stringify(body).includes(id));
    expect(event.trigger).toBe('MESSAGE_SUBMIT');
  });

  it('gives up with the list of what came instead', async () => {
    const lab = await startLab();
    await lab.send(await lab.app(['SMS']), [['SMS', ADA]]);
    const waiting = lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' }, { timeoutMs: 20 });
    await expect(waiting).rejects.toMatchObject({ name: 'EmulatorError' });
    await expect(waiting).rejects.toThrow(
      `MESSAGE_SUBMIT SMS ${ADA}, MESSAGE_DELIVERY QUEUED_ON_CHANNEL SMS ${ADA}, MESSAGE_DELIVERY DELIVERED SMS ${ADA}.`,
    );
  });
});

describe('reset', () => {
  it('forgets all but the access key', async () => {
    const lab = await startLab({ channelDelayMs: 1000 });
    const app_id = await lab.app(['SMS'], CONVERSATION);
    const recipient = { identified_by: { channel_identities: [{ channel: 'SMS', identity: ADA }] } };
    await lab.done('POST', '/messages:send', { app_id, recipient, message: text('x') });
    lab.control.reset();
    await lab.control.advance(10_000);
    await lab.control.idle();
    expect([lab.control.events(), lab.control.callbacks(), lab.control.messages()]).toEqual([[], [], []]);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
    expect((await lab.done('GET', '/contacts')).contacts).toEqual([]);
  });
});

describe('control over HTTP', () => {
  it('says what it is and what there is', async () => {
    const lab = await startLab();
    const { body } = await lab.call('GET', '/_emulator');
    expect(body).toMatchObject({ name: '@convapi/emulator', project_id: lab.projectId, token_url: lab.tokenUrl });
    expect(String(body.notice)).toContain('not Sinch');
    expect(JSON.stringify(body)).not.toContain(lab.keySecret);
  });

  it('acts as a contact', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['RCS']);
    await lab.send(app_id, [['RCS', ADA]], { message: yesOrNo() });
    const post = (body: object) => lab.call('POST', '/_emulator/inbound', { channel: 'RCS', identity: ADA, ...body });
    for (const body of [
      { text: 'Hi' },
      { text: 'Hi', app_id },
      { tap: 'Yes' },
      { tap: { postback: 'no!' } },
      { location: { latitude: 1, longitude: 2, title: 'T' } },
      { media: { url: 'https://example.com/a.jpg', caption: 'C' } },
      { read: true },
      { typing: true },
    ]) {
      expect((await post(body)).status, JSON.stringify(body)).toBe(200);
    }
    await lab.control.idle();
    expect(
      lab.control
        .events()
        .slice(-8)
        .map((event) => event.trigger),
    ).toEqual([...Array(6).fill('MESSAGE_INBOUND'), 'MESSAGE_DELIVERY', 'EVENT_INBOUND']);
  });

  it.each([
    [{}, 'identity must be'],
    [{ identity: ADA }, 'channel must be'],
    [{ identity: ADA, channel: 'FAX' }, 'channel must be one of'],
    [{ identity: ADA, channel: 'RCS' }, 'exactly one of'],
    [{ identity: ADA, channel: 'RCS', text: 'a', tap: 'b' }, 'exactly one of'],
    [{ identity: ADA, channel: 'RCS', text: 7 }, 'text must be'],
    [{ identity: ADA, channel: 'RCS', tap: {} }, 'tap.postback must be'],
    [{ identity: ADA, channel: 'RCS', location: { latitude: '1' } }, 'location.latitude must be'],
    [{ identity: ADA, channel: 'RCS', media: 'x' }, 'media must be'],
    [{ identity: ADA, channel: 'RCS', tap: 'Maybe' }, 'has a choice "Maybe"'],
  ])('refuses to act on %j', async (body, message) => {
    const lab = await startLab();
    await lab.app(['RCS']);
    const answer = await lab.call('POST', '/_emulator/inbound', body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(message.replaceAll('"', '\\"'));
  });

  it('sets and resets how a channel answers', async () => {
    const lab = await startLab();
    const app = await lab.app(['RCS']);
    await lab.call('PUT', '/_emulator/channels/RCS', { status: 'FAILED', reason: 'CHANNEL_REJECT', identity: ADA });
    expect(lab.reports(await lab.send(app, [['RCS', ADA]])).at(-1)).toBe('FAILED RCS CHANNEL_REJECT');
    await lab.call('DELETE', `/_emulator/channels/RCS?identity=${ADA}`);
    expect(lab.reports(await lab.send(app, [['RCS', ADA]])).at(-1)).toBe('DELIVERED RCS');
    for (const [path, body] of [
      ['RCS', { status: 'LOST' }],
      ['RCS', { status: 'FAILED', reason: 'BAD_LUCK' }],
      ['FAX', { status: 'READ' }],
    ] as const) {
      expect((await lab.call('PUT', `/_emulator/channels/${path}`, body)).status).toBe(400);
    }
  });

  it('shows callbacks, events and messages, filtered', async () => {
    const lab = await startLab();
    const app_id = await lab.app(['SMS']);
    await lab.done('POST', '/webhooks', { app_id, target: 'https://example.com/', triggers: ['MESSAGE_SUBMIT', 'MESSAGE_DELIVERY'] });
    await lab.send(app_id, [['SMS', ADA]]);
    const get = async (path: string) => (await lab.call('GET', `/_emulator/${path}`)).body;
    expect((await get('callbacks')).callbacks).toHaveLength(3);
    expect((await get('callbacks?trigger=MESSAGE_SUBMIT&state=refused')).callbacks).toMatchObject([{ target: 'https://example.com/' }]);
    expect((await get('callbacks?state=delivered')).callbacks).toEqual([]);
    expect((await get('events?trigger=MESSAGE_DELIVERY')).events).toHaveLength(2);
    expect((await get(`messages?identity=%2B${ADA}`)).messages).toHaveLength(1);
    expect((await get(`messages?channel=RCS`)).messages).toEqual([]);
  });

  it('moves the time, waits, and resets', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    expect((await lab.call('POST', '/_emulator/clock', { advance_ms: 90_000 })).body).toMatchObject({ now: '2026-11-21T12:01:30.000Z', offset_ms: 90_000 });
    expect((await lab.call('GET', '/_emulator/clock')).body).toMatchObject({ now: '2026-11-21T12:01:30.000Z', offset_ms: 90_000 });
    expect((await lab.call('POST', '/_emulator/clock', { advance_ms: -1 })).status).toBe(400);
    const waiting = lab.call('POST', '/_emulator/wait', { trigger: 'MESSAGE_INBOUND' });
    lab.control.contact(ADA, 'SMS').writes('Hi');
    expect((await waiting).body).toMatchObject({ trigger: 'MESSAGE_INBOUND' });
    expect((await lab.call('POST', '/_emulator/wait', { triger: 'X' })).status).toBe(400);
    expect((await lab.call('POST', '/_emulator/wait', { trigger: 'OPT_IN', timeout_ms: 1 })).status).toBe(400);
    expect((await lab.call('POST', '/_emulator/idle', {})).status).toBe(200);
    expect((await lab.call('POST', '/_emulator/reset', {})).status).toBe(200);
    expect((await lab.done('GET', '/apps')).apps).toEqual([]);
  });

  it('takes JSON only, so that a page elsewhere cannot post a form', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await lab.call('POST', '/_emulator/reset', '{}', { 'content-type': type });
      expect([answer.status, answer.headers.get('x-convapi-emulator')]).toEqual([400, 'bad-request']);
    }
    expect((await lab.done('GET', '/apps')).apps).toHaveLength(1);
  });

  it('answers 404 in its own way for what it does not have', async () => {
    const lab = await startLab();
    const answer = await lab.call('GET', '/_emulator/fax');
    expect([answer.status, answer.headers.get('x-convapi-emulator')]).toEqual([404, 'not-found']);
  });
});

it('answers every operation that it claims to emulate', async () => {
  const lab = await startLab();
  const app = await lab.done('POST', '/apps', { display_name: 'All', channel_credentials: [credential('SMS')], ...CONVERSATION });
  const webhook = await lab.done('POST', '/webhooks', { app_id: app.id, target: 'http://127.0.0.1:1/', triggers: [] });
  const contacts: string[] = [];
  for (const identity of [ADA, BO]) {
    contacts.push((await lab.done('POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity }], language: 'EN' })).id);
  }
  const [ada = '', bo = ''] = contacts;
  const conversation = await lab.done('POST', '/conversations', { app_id: app.id, contact_id: ada });
  const at = `/conversations/${conversation.id}`;
  const message = await lab.send(app.id, [['SMS', ADA]]);
  const recipient = { contact_id: ada };
  const { event_id } = await lab.done('POST', '/events:send', { app_id: app.id, recipient, event: { composing_event: {} } });
  const injected = { accept_time: '2026-11-21T11:00:00Z', channel_identity: { channel: 'SMS', identity: ADA }, contact_id: ada };
  const templates = `/v2/projects/${lab.projectId}/templates`;
  const batch = `/batch/v1/projects/${lab.projectId}`;
  const translations = [{ language_code: 'en', ...text('Hi') }];
  const template = await lab.done('POST', templates, { default_translation: 'en', translations });
  const { batch_id } = await lab.done('POST', `${batch}/messages`, {
    app_id: app.id,
    message: text('x'),
    recipient_and_params: [{ recipient }],
  });
  const messenger = await lab.done('POST', '/apps', { display_name: 'Messenger', channel_credentials: [credential('MESSENGER')] });
  for (const [method, path, body] of [
    [
      'POST',
      '/contacts:getChannelProfile',
      {
        app_id: messenger.id,
        channel: 'MESSENGER',
        recipient: { identified_by: { channel_identities: [{ channel: 'MESSENGER', identity: 'p' }] } },
      },
    ],
    ['POST', '/messages:transcode', { app_id: app.id, app_message: text('x'), channels: ['SMS'] }],
    ['POST', '/capability:query', { app_id: app.id, recipient }],
    ['GET', `/apps/${app.id}/consents/OPT_OUT_ALL`],
    ['GET', `/apps/${app.id}/consents/identities/${ADA}`],
    ['POST', '/settings', { contact_settings: {} }],
    ['GET', '/settings'],
    ['PATCH', '/settings', { contact_settings: { unified_contact_id_enabled: true } }],
    ['DELETE', '/settings'],
    ['GET', templates],
    ['GET', `${templates}/${template.id}`],
    ['PUT', `${templates}/${template.id}`, { id: template.id, version: 1, default_translation: 'en', translations }],
    ['GET', `${templates}/${template.id}/translations`],
    ['DELETE', `${templates}/${template.id}`],
    ['GET', `${batch}/messages/${String(batch_id)}`],
    ['GET', `${batch}/messages`],
    ['DELETE', `${batch}/messages`, { batch_id }],
    ['POST', `${batch}/contacts`, { contacts: [{ channel_identities: [{ channel: 'SMS', identity: '46700000009' }], language: 'EN' }] }],
    ['DELETE', `${batch}/contacts`, { contact_ids: ['01'] }],
    ['POST', `${batch}/consents`, { app_id: app.id, list_type: 'OPT_OUT_MARKETING', identities: [{ identity: ADA }] }],
    ['GET', '/apps'],
    ['GET', `/apps/${app.id}`],
    ['PATCH', `/apps/${app.id}`, { display_name: 'New' }],
    ['GET', `/webhooks/${webhook.id}`],
    ['GET', `/apps/${app.id}/webhooks`],
    ['PATCH', `/webhooks/${webhook.id}`, { target: 'http://127.0.0.1:1/new' }],
    ['GET', '/contacts'],
    ['GET', `/contacts/${ada}`],
    ['PATCH', `/contacts/${ada}`, { email: 'ada@example.com' }],
    ['GET', '/contacts:identityConflicts'],
    ['GET', at],
    ['GET', `/conversations?app_id=${app.id}`],
    ['GET', `/conversations:recent?app_id=${app.id}`],
    ['PATCH', at, { correlation_id: 'c' }],
    ['POST', `${at}:inject-message`, { ...injected, direction: 'TO_APP', contact_message: text('x') }],
    ['POST', `${at}:inject-event`, { ...injected, app_event: { composing_event: {} } }],
    ['GET', `/messages/${message}`],
    ['GET', '/messages'],
    ['POST', '/messages:fetch-last-message', { messages_source: 'CONVERSATION_SOURCE', contact_ids: [ada] }],
    ['PATCH', `/messages/${message}`, { metadata: 'm' }],
    ['GET', `/events/${event_id}`],
    ['GET', `/events?contact_id=${ada}`],
    ['DELETE', `/events/${event_id}`],
    ['DELETE', `/messages/${message}`],
    ['POST', `${at}:stop`],
    ['DELETE', at],
    ['POST', `/contacts/${ada}:merge`, { source_id: bo }],
    ['DELETE', `/contacts/${ada}`],
    ['DELETE', `/webhooks/${webhook.id}`],
    ['DELETE', `/apps/${app.id}`],
  ] as const) {
    await lab.done(method, path, body);
  }
  const { emulated } = (await lab.call('GET', '/_emulator')).body;
  expect([...lab.operations].sort()).toEqual([...(emulated as string[])].sort());
  await lab.control.idle();
  lab.checkCallbacks();
});
