import type { SendMessageRequest } from '@convapi/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choice,
  type ExplainOptions,
  explain,
  formatExplanation,
  media,
  render,
  reply,
  template,
  text,
  toContact,
  toIdentities,
} from '../../src/index.ts';

const PHONE = '+46701234567';
const NOW = Date.UTC(2027, 0, 2, 12);
const HOUR_MS = 3_600_000;
const app = { channel_credentials: ['RCS', 'SMS', 'WHATSAPP'].map((channel) => ({ channel })), processing_mode: 'CONVERSATION' };
const contact = {
  channel_identities: ['SMS', 'WHATSAPP', 'RCS'].map((channel) => ({ channel, identity: PHONE })),
  channel_priority: ['WHATSAPP'],
};

describe('the order of channels', () => {
  it('is that of the request first of all', () => {
    const request = send({ recipient: toIdentities({ SMS: PHONE, RCS: PHONE, WHATSAPP: PHONE }), channel_priority_order: ['RCS', 'SMS'] });
    const explanation = explain(request, app);
    expect(explanation).toMatchObject({ rule: 'priority_order', outcome: 'sent' });
    expect(channels(explanation)).toStrictEqual(['RCS', 'SMS']);
  });

  it("is that of the recipient's identities next", () => {
    const explanation = explain(send({ recipient: toIdentities({ SMS: PHONE, RCS: PHONE }) }), app);
    expect(explanation.rule).toBe('identities');
    expect(explanation.attempts.map(({ channel, identity }) => [channel, identity])).toStrictEqual([
      ['SMS', PHONE],
      ['RCS', PHONE],
    ]);
  });

  it('is the conversation, the contact and the app for a contact', () => {
    const request = send({ recipient: toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P') });
    const explanation = explain(request, app, contact, { activeChannel: 'SMS' });
    expect(explanation.rule).toBe('contact');
    expect(channels(explanation)).toStrictEqual(['SMS', 'WHATSAPP', 'RCS']);
    expect(channels(explain(request, app, contact))).toStrictEqual(['WHATSAPP', 'RCS', 'SMS']);
  });

  it('leaves addresses open where the contact is not given', () => {
    const explanation = explain(send({ recipient: toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P') }), app);
    expect(channels(explanation)).toStrictEqual(['RCS', 'SMS', 'WHATSAPP']);
    expect(explanation.attempts[0]).not.toHaveProperty('identity');
  });
});

describe('each attempt', () => {
  it('shows what the channel shows', () => {
    const message = media('https://example.com/a.png');
    const { attempts } = explain(send({ recipient: toIdentities({ RCS: PHONE, SMS: PHONE }), message }), app);
    expect(attempts.map(({ rendered }) => rendered)).toStrictEqual([render(message, 'RCS'), render(message, 'SMS')]);
  });

  it('counts SMS', () => {
    const { attempts, costs } = explain(send({ message: text(`${'x'.repeat(70)}🎉`) }), app);
    expect(attempts[0]?.sms).toStrictEqual({ encoding: 'UCS-2', segments: 2, unitsUsed: 72, unitsLeft: 62 });
    expect(costs).toMatchObject([{ kind: 'segments', channel: 'SMS' }]);
  });
});

describe('the window of WhatsApp', () => {
  const request = send({ recipient: toIdentities({ WHATSAPP: PHONE }) });

  it('is open for 24 hours after the contact wrote', () => {
    const explanation = explain(request, app, undefined, at(NOW - 24 * HOUR_MS + 1));
    expect(explanation.attempts[0]?.window).toStrictEqual({ state: 'open', hours: 24, until: '2027-01-02T12:00:00.001Z' });
    expect(explanation).toMatchObject({ outcome: 'sent', attempts: [{ refusals: [] }] });
  });

  it('is closed after them, and refuses all but templates', () => {
    const explanation = explain(request, app, undefined, at(new Date(NOW - 24 * HOUR_MS)));
    expect(explanation.outcome).toBe('fails');
    expect(explanation.attempts[0]?.refusals).toMatchObject([
      { code: 'OUTSIDE_ALLOWED_SENDING_WINDOW', chance: 'certain', basis: 'stated' },
    ]);
    const approved = template({ channels: { WHATSAPP: { templateId: 'order_sent', languageCode: 'en' } } });
    expect(explain({ ...request, message: approved }, app, undefined, at(0))).toMatchObject({
      outcome: 'sent',
      attempts: [{ refusals: [] }],
    });
  });

  it('is unknown when it is not known when the contact wrote, and may refuse', () => {
    const explanation = explain(request, app);
    expect(explanation.outcome).toBe('sent');
    expect(explanation.attempts[0]).toMatchObject({ window: { state: 'unknown' }, refusals: [{ chance: 'possible' }] });
    expect(explain(request, app, undefined, at(new Date(Number.NaN))).attempts[0]?.window?.state).toBe('unknown');
  });

  it('is not sure about templates that WhatsApp has not approved', () => {
    const message = template({ omni: { templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '1' } });
    expect(explain({ ...request, message }, app, undefined, at(0)).attempts[0]?.refusals).toMatchObject([
      { chance: 'possible', basis: 'guess' },
    ]);
  });

  it('fails the message only where no other channel is left', () => {
    const both = send({ recipient: toIdentities({ WHATSAPP: PHONE, SMS: PHONE }) });
    expect(explain(both, app, undefined, at(0)).outcome).toBe('sent');
  });
});

describe('refusals', () => {
  it('a channel that the app does not have fails the message on every channel', () => {
    const explanation = explain(send({ recipient: toIdentities({ SMS: PHONE, LINE: 'U1' }) }), app);
    expect(explanation.outcome).toBe('fails');
    expect(explanation.refusals).toMatchObject([{ stage: 'delivery', code: 'CHANNEL_CONFIGURATION_MISSING', channel: 'LINE' }]);
  });

  it('no address on the channels to be tried', () => {
    const request = send({ recipient: toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P') });
    const explanation = explain(request, app, { channel_identities: [{ channel: 'LINE', identity: 'U1' }] });
    expect(explanation).toMatchObject({ outcome: 'fails', refusals: [{ code: 'NO_CHANNEL_IDENTITY_FOR_CONTACT' }] });
    const ordered = send({ recipient: toIdentities({ SMS: PHONE }), channel_priority_order: ['RCS'] });
    expect(explain(ordered, app)).toMatchObject({ outcome: 'fails', refusals: [{ code: 'NO_CHANNEL_IDENTITY_FOR_CONTACT' }] });
  });

  it.each<[string, Partial<SendMessageRequest>, string]>([
    ['by the mode of the app', {}, 'DISPATCH'],
    ['by the strategy of the message', { processing_strategy: 'DISPATCH_ONLY' }, 'CONVERSATION'],
  ])('a contact in DISPATCH mode, %s', (_, more, mode) => {
    const request = send({ recipient: toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P'), ...more });
    const explanation = explain(request, { ...app, processing_mode: mode }, contact);
    expect(explanation).toMatchObject({ outcome: 'refused', mode: 'DISPATCH', refusals: [{ stage: 'call', code: 'INVALID_ARGUMENT' }] });
  });

  it.each([
    ['no recipient', { recipient: {} }],
    ['both recipients', { recipient: { ...toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P'), ...toIdentities({ SMS: PHONE }) } }],
    ['no identity', { recipient: { identified_by: { channel_identities: [] } } }],
    ['no message', { message: undefined }],
    ['no content', { message: {} }],
  ])('%s', (_, more) => {
    expect(explain({ ...send({}), ...more } as never, app).outcome).toBe('refused');
  });

  it('a placeholder without a value', () => {
    const message = template({ omni: { templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '1' } });
    const translation = { language_code: 'en', text_message: { text: 'Hello $'.concat('{name}') } };
    const { attempts } = explain(send({ message }), app, undefined, { translation: translation as never });
    expect(attempts[0]?.refusals).toMatchObject([{ code: 'TEMPLATE_INSUFFICIENT_PARAMETERS' }]);
  });

  it('no template for the channel', () => {
    const message = template({ channels: { WHATSAPP: { templateId: 'order_sent' } } });
    expect(explain(send({ message }), app).attempts[0]?.refusals).toMatchObject([{ code: 'TEMPLATE_NOT_FOUND', chance: 'certain' }]);
  });
});

describe('what is told beside the request', () => {
  const PSID = 'psid';
  const meta = { channel_credentials: [{ channel: 'MESSENGER' }, { channel: 'INSTAGRAM' }], processing_mode: 'DISPATCH' };

  it.each(['MESSENGER', 'INSTAGRAM'] as const)('is the window of %s, longer with the tag of a person', (channel) => {
    const request = send({ recipient: toIdentities({ [channel]: PSID }) });
    const tagged = { ...request, channel_properties: { [`${channel}_MESSAGE_TAG`]: 'HUMAN_AGENT' } };
    const later = at(NOW - 25 * HOUR_MS);
    expect(explain(request, meta, undefined, later)).toMatchObject({
      outcome: 'fails',
      attempts: [{ window: { hours: 24, state: 'closed' } }],
    });
    expect(explain(tagged, meta, undefined, later)).toMatchObject({
      outcome: 'sent',
      attempts: [{ window: { hours: 168, state: 'open' } }],
    });
    expect(explain(tagged, meta, undefined, { now: () => NOW, lastInboundAt: { [channel]: null } }).outcome).toBe('fails');
    const byOther = { now: () => NOW, lastInboundAt: { WHATSAPP: NOW } };
    expect(explain(request, meta, undefined, byOther).attempts[0]?.window?.state).toBe('unknown');
  });

  it('is who opted out, of which messages', () => {
    const request = send({ recipient: toIdentities({ SMS: PHONE }) });
    const told = (list: string) => ({ optedOut: { [list]: ['46701234567'] } });
    expect(explain(request, app, undefined, told('OPT_OUT_ALL'))).toMatchObject({
      outcome: 'fails',
      attempts: [{ refusals: [{ code: 'DELIVERY_REJECTED_DUE_TO_POLICY' }] }],
    });
    expect(explain(request, app, undefined, told('OPT_OUT_MARKETING')).outcome).toBe('sent');
    const marketing = { ...request, message_content_type: 'CONTENT_MARKETING' as const };
    expect(explain(marketing, app, undefined, told('OPT_OUT_MARKETING')).outcome).toBe('fails');
  });

  it('is the app whose identities count', () => {
    const request = send({ recipient: toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P') });
    const inConversation = { ...meta, id: 'mine', processing_mode: 'CONVERSATION' };
    const of = (app_id: string) => ({ channel_identities: [{ channel: 'MESSENGER', identity: PSID, app_id }] });
    expect(channels(explain(request, inConversation, of('mine')))).toStrictEqual(['MESSENGER']);
    expect(explain(request, inConversation, of('other')).refusals).toMatchObject([{ code: 'NO_CHANNEL_IDENTITY_FOR_CONTACT' }]);
  });
});

describe('what check calls an error', () => {
  const many = Array.from({ length: 11 }, () => reply('Yes'));

  it.each<[string, Partial<SendMessageRequest>]>([
    ['a time to live of a second', { ttl: '1s' }],
    ['eleven choices', { message: choice('a', many) }],
    ['an empty address', { recipient: toAddress('SMS', '') }],
    ['an address that is no number', { recipient: toAddress('SMS', 'bob@example.com') }],
    ['no web address for reports', { callback_url: 'nowhere' }],
  ])('refuses the call: %s', (_, more) => {
    expect(explain(send({ recipient: toIdentities({ SMS: PHONE }), ...more }), app)).toMatchObject({
      outcome: 'refused',
      refusals: [{ stage: 'call', chance: 'certain' }],
    });
  });

  it.each<[string, Partial<SendMessageRequest>, string]>([
    ['a text of 4000 characters on RCS', { recipient: toIdentities({ RCS: PHONE }), message: text('x'.repeat(4000)) }, 'BAD_REQUEST'],
    ['a file that nobody can fetch', { recipient: toIdentities({ RCS: PHONE }), message: media('/a.png') }, 'MEDIA_NOT_REACHABLE'],
    [
      'more parts than allowed',
      {
        recipient: toIdentities({ SMS: PHONE }),
        message: text('x'.repeat(200)),
        channel_properties: { SMS_MAX_NUMBER_OF_MESSAGE_PARTS: '1' },
      },
      'CHANNEL_REJECT',
    ],
  ])('fails the delivery: %s', (_, more, code) => {
    expect(explain(send(more), app)).toMatchObject({ outcome: 'fails', attempts: [{ refusals: [{ stage: 'delivery', code }] }] });
  });
});

function toAddress(channel: 'SMS', identity: string): SendMessageRequest['recipient'] {
  return { identified_by: { channel_identities: [{ channel, identity }] } };
}

describe('costs', () => {
  it('are segments, files, attempts and the paid fallback', () => {
    const request = send({ recipient: toIdentities({ RCS: PHONE, SMS: PHONE }), message: media('https://example.com/a.png') });
    const { costs } = explain(request, { ...app, delivery_report_based_fallback: { enabled: true } });
    expect(costs.map(({ kind, channel }) => [kind, channel])).toStrictEqual([
      ['media', 'RCS'],
      ['segments', 'SMS'],
      ['attempts', undefined],
      ['fallback', undefined],
    ]);
  });
});

describe('an explanation', () => {
  it('can be read as text', () => {
    const request = send({ recipient: toIdentities({ WHATSAPP: PHONE, SMS: PHONE }), message: media('https://example.com/a.gif') });
    expect(formatExplanation(explain(request, app, undefined, at(NOW - HOUR_MS)))).toMatchInlineSnapshot(`
      "Will be sent, as far as is known. Mode CONVERSATION. Order: The order of the recipient's identities.

      1. WHATSAPP +46701234567 (text, inferred)
      Window of 24 h: open, until 2027-01-03T11:00:00.000Z
      | https://example.com/a.gif
      - changed media_message.url: WHATSAPP does not take this kind of file. (stated)
      - changed media_message: The file became a link. (inferred)

      2. SMS +46701234567 (text, inferred)
      1 SMS, GSM-7, 25 units, 135 left
      | https://example.com/a.gif
      - changed media_message: The file became a link. (inferred)
      - note media_message: The vendor calls images native on SMS; its pictures show a link. (inferred)

      Cost:
      - SMS: 1 SMS.
      - Up to 2 channels are tried, and each that is tried may be billed."
    `);
    const failing = send({ recipient: toIdentities({ LINE: 'U1' }) });
    expect(formatExplanation(explain(failing, app))).toContain(
      'Refused after the 200: CHANNEL_CONFIGURATION_MISSING: LINE is not configured',
    );
  });

  it('is plain data, and never throws, whatever JSON it is made from', () => {
    const json = fc.json().map((value) => JSON.parse(value) as never);
    fc.assert(
      fc.property(json, json, json, json, (request, given, known, message) => {
        const like = { recipient: known, message, channel_priority_order: given, ...(request as object) } as never;
        for (const one of [request, like]) {
          const explanation = explain(one, given, known, { now: () => NOW });
          expect(JSON.parse(JSON.stringify(explanation))).toStrictEqual(explanation);
          expect(formatExplanation(explanation)).toBeTypeOf('string');
        }
      }),
    );
  });
});

function send(more: Partial<SendMessageRequest>): SendMessageRequest {
  return { app_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', recipient: toIdentities({ SMS: PHONE }), message: text('Hello'), ...more };
}

function at(lastInboundAt: Date | number): ExplainOptions {
  return { lastInboundAt, now: () => NOW };
}

function channels({ attempts }: ReturnType<typeof explain>): string[] {
  return attempts.map(({ channel }) => channel);
}
