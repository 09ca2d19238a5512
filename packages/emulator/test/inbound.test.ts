import { WEBHOOK_TRIGGERS, type WebhookTrigger } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text, yesOrNo } from './support.ts';

const NUMBER = '46700000000';

/** The payloads of a trigger so far. */
async function payloads(lab: Lab, trigger: WebhookTrigger, key: string): Promise<Record<string, unknown>[]> {
  await lab.control.idle();
  return lab.control.events().flatMap(({ trigger: seen, body }) => (seen === trigger ? [body[key] as Record<string, unknown>] : []));
}

describe('what a contact does', () => {
  it('is a reaction to a message of the app, set and withdrawn', async () => {
    const lab = await startLab();
    const app = await lab.app(['MESSENGER'], { processing_mode: 'CONVERSATION' });
    const contact = lab.control.contact('psid', 'MESSENGER');
    contact.writes('Hi');
    const first = await lab.send(app, [['MESSENGER', 'psid']]);
    const second = await lab.send(app, [['MESSENGER', 'psid']]);
    contact.reacts('❤');
    contact.reacts('👍', { to: first });
    contact.reacts('❤', { withdrawn: true });
    const events = await payloads(lab, 'EVENT_INBOUND', 'event');
    expect(events.map((event) => event.contact_message_event)).toEqual([
      { reaction_event: { emoji: '❤', action: 'REACTION_ACTION_REACT', message_id: second } },
      { reaction_event: { emoji: '👍', action: 'REACTION_ACTION_REACT', message_id: first } },
      { reaction_event: { emoji: '❤', action: 'REACTION_ACTION_UNREACT', message_id: second } },
    ]);
    const [{ contact_id: id } = {}] = events;
    expect((await lab.done('GET', `/events?contact_id=${id}`)).events).toHaveLength(3);
  });

  it('is a reply to a certain message', async () => {
    const lab = await startLab();
    const app = await lab.app(['WHATSAPP']);
    const sent = await lab.send(app, [['WHATSAPP', NUMBER]], {
      message: { template_message: { channel_template: { WHATSAPP: { template_id: 'hi', language_code: 'en_US' } } } },
    });
    lab.control.contact(NUMBER, 'WHATSAPP').replies('Yes please');
    const [message] = await payloads(lab, 'MESSAGE_INBOUND', 'message');
    expect(message?.contact_message).toEqual({ ...text('Yes please'), reply_to: { message_id: sent } });
  });

  it('is an order from a catalogue', async () => {
    const lab = await startLab();
    await lab.app(['WHATSAPP']);
    const products = [{ id: 'shoe', marketplace: 'FACEBOOK', quantity: 2, item_price: 49.5, currency: 'EUR' }];
    lab.control.contact(NUMBER, 'WHATSAPP').orders({ products, text: 'Soon, please', catalog_id: 'spring' });
    const [message] = await payloads(lab, 'MESSAGE_INBOUND', 'message');
    expect(message?.contact_message).toEqual({ product_response_message: { products, text: 'Soon, please', catalog_id: 'spring' } });
  });

  it.each([
    ['contact_event', { comment_event: { id: '1', text: 'Nice', comment_type: 'FEED' } }],
    ['contact_event', { conversation_deleted_event: {} }],
    ['contact_event', { generic_event: { payload: { any: 'thing' } } }],
    ['contact_message_event', { shortlink_activated_event: { payload: 'ref' } }],
  ] as const)('is any other event of the API: %s %j', async (key, event) => {
    const lab = await startLab();
    await lab.app(['INSTAGRAM'].map(() => 'MESSENGER'));
    lab.control.contact('psid', 'MESSENGER').acts(event);
    const [seen] = await payloads(lab, 'EVENT_INBOUND', 'event');
    expect(seen?.[key]).toEqual(event);
  });

  it.each([
    [{ object: 'page' }, '{"object":"page"}'],
    ['not json', 'not json'],
  ])('is nothing that the API has a form for: %j', async (given, payload) => {
    const lab = await startLab();
    await lab.app(['MESSENGER']);
    const { id } = lab.control.contact('psid', 'MESSENGER').sendsUnsupported(given);
    const [callback] = await payloads(lab, 'UNSUPPORTED', 'unsupported_callback');
    expect(callback).toMatchObject({ id, channel: 'MESSENGER', payload, processing_mode: 'DISPATCH', contact_id: '' });
  });

  it('needs a message to answer', async () => {
    const lab = await startLab();
    await lab.app(['MESSENGER']);
    const contact = lab.control.contact('psid', 'MESSENGER');
    expect(() => contact.reacts('❤')).toThrow(/no message to answer/);
    expect(() => contact.replies('Hello', { to: 'nothing' })).toThrow(/no message nothing to answer/);
  });

  it('can be played over HTTP', async () => {
    const lab = await startLab();
    const app = await lab.app(['MESSENGER']);
    lab.control.contact('psid', 'MESSENGER').writes('Hi');
    const sent = await lab.send(app, [['MESSENGER', 'psid']], { message: yesOrNo() });
    const inbound = (body: object) => lab.call('POST', '/_emulator/inbound', { channel: 'MESSENGER', identity: 'psid', ...body });
    for (const body of [
      { reaction: { emoji: '❤', message_id: sent } },
      { reaction: { emoji: '❤', withdrawn: true } },
      { reply: { text: 'Hello' } },
      { reply: { text: 'Hello', message_id: sent } },
      { order: { products: [], text: 'None' } },
      { message: { fallback_message: { raw_message: '?' } } },
      { event: { conversation_deleted_event: {} } },
      { unsupported: { object: 'page' } },
      { unsupported: 'text' },
    ]) {
      expect([body, (await inbound(body)).status]).toEqual([body, 200]);
    }
    for (const body of [{ reaction: {} }, { reply: 'Hello' }, { order: {} }, { message: 'Hello' }, { event: [] }, { unsupported: 1 }]) {
      expect([body, (await inbound(body)).status]).toEqual([body, 400]);
    }
  });
});

describe('the name of a contact on WhatsApp', () => {
  it('becomes that of the contact, unless it has one', async () => {
    const lab = await startLab();
    await lab.app(['WHATSAPP'], { processing_mode: 'CONVERSATION' });
    const contact = lab.control.contact(NUMBER, 'WHATSAPP');
    contact.isCalled('Ada');
    contact.writes('Hello');
    const { contacts } = await lab.done('GET', `/contacts?channel=WHATSAPP&identity=${NUMBER}`);
    expect(contacts).toMatchObject([{ display_name: 'Ada' }]);
    contact.isCalled('Countess');
    contact.writes('Hello again');
    expect((await lab.done('GET', '/contacts')).contacts).toMatchObject([{ display_name: 'Ada' }]);
  });
});

describe('channel events', () => {
  it('reach every app with the channel, or the one that is named', async () => {
    const lab = await startLab();
    const one = await lab.app(['WHATSAPP']);
    const two = await lab.app(['WHATSAPP', 'SMS']);
    await lab.app(['SMS']);
    const channel = lab.control.channel('WHATSAPP');
    channel.tells({ event_type: 'WHATS_APP_QUALITY_RATING_CHANGED', additional_data: { quality_rating: 'GREEN' } });
    channel.tells({ event_type: 'WHATS_APP_MESSAGING_LIMIT_CHANGED' }, { app_id: two });
    await lab.control.idle();
    const told = lab.control.events().map(({ app_id: app, body }) => [app, body.channel_event_notification]);
    const rating = {
      channel_event: { channel: 'WHATSAPP', event_type: 'WHATS_APP_QUALITY_RATING_CHANGED', additional_data: { quality_rating: 'GREEN' } },
    };
    const limit = { channel_event: { channel: 'WHATSAPP', event_type: 'WHATS_APP_MESSAGING_LIMIT_CHANGED', additional_data: {} } };
    expect(told).toEqual([
      [one, rating],
      [two, rating],
      [two, limit],
    ]);
  });

  it('need an app with the channel', async () => {
    const lab = await startLab();
    expect(() => lab.control.channel('RCS').tells({ event_type: 'ANY' })).toThrow(/has the channel RCS/);
  });

  it('can be caused over HTTP', async () => {
    const lab = await startLab();
    await lab.app(['WHATSAPP']);
    const tell = (body: object) => lab.call('POST', '/_emulator/channels/WHATSAPP/events', body);
    expect((await tell({ event_type: 'ANY', additional_data: { a: 1 } })).status).toBe(200);
    expect((await tell({ additional_data: {} })).status).toBe(400);
    expect((await tell({ event_type: 'ANY', app_id: 'nobody' })).status).toBe(400);
    expect(await payloads(lab, 'CHANNEL_EVENT', 'channel_event_notification')).toHaveLength(1);
  });
});

describe('smart conversations', () => {
  const smart = { processing_mode: 'CONVERSATION', smart_conversation: { enabled: true } };

  it('tell what a message says, and the message without personal data', async () => {
    const lab = await startLab();
    await lab.app(['SMS'], smart);
    const { message_id: id } = lab.control.contact(NUMBER, 'SMS').writes('I am ada@example.com, call +46 70 123 45 67');
    const [analysis] = await payloads(lab, 'SMART_CONVERSATION', 'smart_conversation_notification');
    expect(analysis).toMatchObject({ message_id: id, channel: 'SMS', channel_identity: NUMBER });
    expect(analysis?.analysis_results).toMatchObject({
      ml_sentiment_result: [{ sentiment: 'neutral' }],
      ml_pii_result: [{ masked: 'I am {EMAIL}, call {PHONE_NUMBER}' }],
    });
    const [redacted] = await payloads(lab, 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION', 'message_redaction');
    expect(redacted).toMatchObject({ id, contact_message: text('I am {EMAIL}, call {PHONE_NUMBER}') });
  });

  it('tell what a test wants them to find', async () => {
    const lab = await startLab();
    await lab.app(['SMS'], smart);
    const analysis = { ml_sentiment_result: [{ message: 'Bah', sentiment: 'negative', score: 0.9 }] } as const;
    lab.control
      .contact(NUMBER, 'SMS')
      .sends({ text_message: { text: 'Bah' } }, { analysis: { ml_sentiment_result: [...analysis.ml_sentiment_result] } });
    const [told] = await payloads(lab, 'SMART_CONVERSATION', 'smart_conversation_notification');
    expect(told?.analysis_results).toEqual(analysis);
  });

  it.each([
    [
      'what offends is masked as a whole',
      { ml_offensive_analysis_result: [{ evaluation: 'UNSAFE', score: 1 }] },
      '{Message masked due to inappropriate content}',
    ],
    [
      'personal data as a test wants them masked',
      { ml_pii_result: [{ message: 'Hi, I am Ada', masked: 'Hi, I am {PERSON}' }] },
      'Hi, I am {PERSON}',
    ],
  ] as const)('redact: %s', async (_what, analysis, words) => {
    const lab = await startLab();
    await lab.app(['SMS'], smart);
    lab.control.contact(NUMBER, 'SMS').sends({ text_message: { text: 'Hi, I am Ada' } }, { analysis: analysis as never });
    const [redacted] = await payloads(lab, 'MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION', 'message_redaction');
    expect(redacted).toMatchObject({ contact_message: text(words) });
  });

  it('are off by default, and have nothing to say about a place', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    await lab.app(['RCS'], smart);
    lab.control.contact(NUMBER, 'SMS').writes('Hello');
    lab.control.contact(NUMBER, 'RCS').sharesLocation({ latitude: 1, longitude: 2 });
    expect(await payloads(lab, 'SMART_CONVERSATION', 'smart_conversation_notification')).toEqual([]);
  });
});

/** Triggers of the Conversation API itself: that of the batch host is told beside the batches. */
const TRIGGERS = WEBHOOK_TRIGGERS.filter((trigger) => trigger !== 'BATCH_STATUS_UPDATE') as Exclude<
  (typeof WEBHOOK_TRIGGERS)[number],
  'BATCH_STATUS_UPDATE'
>[];

/** What causes each trigger. */
const CAUSES: Record<(typeof TRIGGERS)[number], (lab: Lab, app: string) => Promise<unknown> | unknown> = {
  MESSAGE_SUBMIT: (lab, app) => lab.send(app, [['SMS', NUMBER]]),
  MESSAGE_DELIVERY: (lab, app) => lab.send(app, [['SMS', NUMBER]]),
  MESSAGE_INBOUND: (lab) => lab.control.contact(NUMBER, 'SMS').writes('Hello'),
  EVENT_INBOUND: (lab) => lab.control.contact(NUMBER, 'SMS').types(),
  EVENT_DELIVERY: (lab, app) =>
    lab.done('POST', '/events:send', {
      app_id: app,
      event: { composing_event: {} },
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } },
    }),
  CONVERSATION_START: (lab, app) => lab.send(app, [['SMS', NUMBER]]),
  CONVERSATION_STOP: async (lab, app) => lab.done('POST', `/conversations/${await conversationOf(lab, app)}:stop`),
  CONVERSATION_DELETE: async (lab, app) => lab.done('DELETE', `/conversations/${await conversationOf(lab, app)}`),
  CONTACT_CREATE: (lab) => addContact(lab, NUMBER),
  CONTACT_UPDATE: async (lab) => lab.done('PATCH', `/contacts/${await addContact(lab, NUMBER)}`, { email: 'ada@example.com' }),
  CONTACT_DELETE: async (lab) => lab.done('DELETE', `/contacts/${await addContact(lab, NUMBER)}`),
  CONTACT_MERGE: async (lab) =>
    lab.done('POST', `/contacts/${await addContact(lab, NUMBER)}:merge`, { source_id: await addContact(lab, '46700000001') }),
  CONTACT_IDENTITIES_DUPLICATION: async (lab, app) => {
    await addContact(lab, NUMBER);
    await addContact(lab, NUMBER);
    await lab.send(app, [['SMS', NUMBER]]);
  },
  CAPABILITY: (lab, app) =>
    lab.done('POST', '/capability:query', {
      app_id: app,
      recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: NUMBER }] } },
    }),
  OPT_IN: (lab) => lab.control.contact('chat', 'TELEGRAM').optsIn(),
  OPT_OUT: (lab) => lab.control.contact('chat', 'TELEGRAM').optsOut(),
  CHANNEL_EVENT: (lab) => lab.control.channel('SMS').tells({ event_type: 'ANY' }),
  SMART_CONVERSATION: (lab) => lab.control.contact(NUMBER, 'SMS').writes('Hello'),
  MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION: (lab) => lab.control.contact(NUMBER, 'SMS').writes('Hello'),
  UNSUPPORTED: (lab) => lab.control.contact(NUMBER, 'SMS').sendsUnsupported({}),
  RECORD_NOTIFICATION: async (lab, app) => {
    const conversation = await conversationOf(lab, app);
    const { contact_id: contact } = await lab.done('GET', `/conversations/${conversation}`);
    await lab.done('POST', `/conversations/${conversation}:inject-message`, {
      accept_time: new Date(lab.control.now() - 1000).toISOString(),
      app_message: text('Hello'),
      channel_identity: { channel: 'SMS', identity: NUMBER },
      contact_id: contact,
      direction: 'TO_CONTACT',
    });
  },
};

async function addContact(lab: Lab, identity: string): Promise<string> {
  const { id } = await lab.done('POST', '/contacts', { channel_identities: [{ channel: 'SMS', identity }], language: 'EN_US' });
  return id;
}

async function conversationOf(lab: Lab, app: string): Promise<string> {
  await lab.send(app, [['SMS', NUMBER]]);
  const { conversations } = await lab.done('GET', `/conversations?app_id=${app}`);
  return (conversations as { id: string }[])[0]?.id ?? '';
}

describe('every trigger of the spec', () => {
  it.each(TRIGGERS)('can be caused: %s', async (trigger) => {
    const lab = await startLab();
    const app = await lab.app(['SMS', 'TELEGRAM'], { processing_mode: 'CONVERSATION', smart_conversation: { enabled: true } });
    await CAUSES[trigger](lab, app);
    await lab.control.idle();
    expect(lab.control.events().map((event) => event.trigger)).toContain(trigger);
  });

  it('can be asked for by a webhook, that of batches too', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const webhook = { app_id: app, target: 'http://127.0.0.1:1/', triggers: ['BATCH_STATUS_UPDATE'] };
    expect((await lab.call('POST', '/webhooks', webhook)).status).toBe(200);
  });
});
