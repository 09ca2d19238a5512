import { describe, expect, it } from 'vitest';
import * as entry from '../src/index.ts';

// What plain JavaScript can pass where TypeScript would not compile. A new export has to be put into one of these tables.

const url = 'https://example.com/a.jpg';
const message = entry.text('Hello');
const place = { title: 'Shop', latitude: 1, longitude: 2 };
const event = { title: 'a', eventTitle: 'b', eventStart: '2027-03-01T09:00:00Z', eventEnd: '2027-03-01T10:00:00Z', fallbackUrl: url };
const product = { image: url, commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regularPrice: 1 }, buttons: [] };
const omni = { templateId: 't', version: '1' };

/** Arguments that are right, for every function that refuses others. The last may be left out where `optional` says so. */
const BUILDERS: { [name: string]: { args: unknown[]; optional?: number } } = {
  askLocation: { args: ['Where?', url, 'p'], optional: 1 },
  calendar: { args: [event, 'p'], optional: 1 },
  call: { args: ['Call', '+46701234567', 'p'], optional: 1 },
  card: { args: [{ title: 't', description: 'd', media: url, height: 'SHORT', choices: [entry.reply('a')], whatsappHeader: 'h' }] },
  carousel: { args: [[{ title: 't' }], { choices: [entry.reply('a')] }], optional: 1 },
  carouselCommerce: { args: [[product], { pushAlarm: true, adult: false, head: {}, tail: {} }], optional: 1 },
  choice: { args: ['Which?', [entry.reply('a')], { whatsappFooter: 'f' }], optional: 1 },
  commerce: { args: [{ ...product, text: 't', coupon: {}, pushAlarm: true, adult: true }] },
  contactInfo: {
    args: [
      { name: 'Ada', phoneNumbers: ['1'], emailAddresses: ['a'], addresses: [{}], urls: [url], organization: {}, birthday: '1815-12-10' },
    ],
  },
  countSms: { args: ['Hello'] },
  fit: { args: [message, ['SMS']] },
  flow: {
    args: [
      { flowId: '1', cta: 'c', header: 'h', body: 'b', footer: 'f', mode: 'draft', token: 't', action: 'navigate', screen: 's', data: {} },
    ],
  },
  forChannels: { args: [['SMS']] },
  formatExplanation: { args: [entry.explain({ app_id: 'a', recipient: { contact_id: 'c' }, message }, {})] },
  formatRendered: { args: [entry.render(message, 'SMS')] },
  link: { args: ['Terms', url, 'p'], optional: 1 },
  list: {
    args: [
      { title: 'L', description: 'd', media: url, menu: 'm', whatsappHeader: 'h', sections: [{ title: 's', items: [{ title: 'a' }] }] },
    ],
  },
  location: { args: [{ ...place, label: 'l' }] },
  media: { args: [url] },
  notificationTemplate: { args: [{ templateKey: 'k', emphasized: { key: 'k', content: 'c' }, items: { a: 'b' }, buttons: { a: url } }] },
  orderDetails: { args: [{ header: 'h', body: 'b', footer: 'f', payment: {} }] },
  orderStatus: { args: [{ header: 'h', body: 'b', footer: 'f', payment: {} }] },
  persistent: { args: [entry.reply('a')] },
  pin: { args: [{ ...place, label: 'l' }, 'p'], optional: 1 },
  reply: { args: ['Yes', 'p'], optional: 1 },
  replyTo: { args: [{ message: { contact_id: 'c' } }] },
  send: {
    args: [
      {
        appId: 'a',
        to: { contact_id: 'c' },
        message,
        channels: ['SMS'],
        properties: { SMS_SENDER: 'Shop' },
        ttl: '2h',
        metadata: 'm',
        conversationMetadata: {},
        conversationMetadataUpdate: 'REPLACE',
        correlationId: 'c',
        callbackUrl: url,
        queue: 'NORMAL_PRIORITY',
        processing: 'DEFAULT',
        contentType: 'CONTENT_NOTIFICATION',
      },
    ],
  },
  template: { args: [{ omni, channels: {} }] },
  templateReference: { args: [omni] },
  text: { args: ['Hello'] },
  toContact: { args: ['c'] },
  toIdentities: { args: [{ SMS: '+46701234567' }] },
  toSvg: { args: [entry.render(message, 'SMS')] },
  whatsappParameters: { args: [{ header: 'h', body: ['b'], buttons: [{ url: 'u' }] }] },
  whatsappTemplate: {
    args: [{ name: 't', language: 'en', header: 'h', body: 'b', footer: 'f', buttons: [{ quickReply: 'q' }], cards: [{}] }],
  },
  withAgent: { args: [message, { name: 'Grace', type: 'HUMAN', picture: url }] },
  withExplicitMessages: { args: [message, { RCS: {} }] },
  withOmniOverrides: { args: [message, { WHATSAPP: message }] },
  withReplyTo: { args: [message, '01HV'] },
  withSpecificMessages: { args: [message, { WHATSAPP: {} }] },
  withText: { args: [message, { SMS: 'Hi' }] },
};

/** They judge whatever they get, and say so in what they give. */
const NEVER_THROW = ['check', 'checkSend', 'explain', 'isMessageError', 'render'];
const NO_FUNCTIONS = ['API_LIMITS', 'LIMITS', 'LIMIT_SOURCES', 'MessageError'];

/** One value of each kind, and what is often passed by mistake. */
const WRONG: unknown[] = [undefined, null, true, 7, 7n, Symbol('s'), () => 7, new Date(0), [], [null], {}, 'text'];

type Builder = (...args: unknown[]) => unknown;
const functionOf = (name: string) => (entry as unknown as Record<string, Builder>)[name] as Builder;

/** What is thrown, as long as it is one sentence about the builder, with what to do; undefined when nothing is. */
function refusal(name: string, args: unknown[]): string | undefined {
  try {
    functionOf(name)(...args);
  } catch (error) {
    expect(entry.isMessageError(error), `${name}: ${String(error)}`).toBe(true);
    const { message, issues } = error as entry.MessageError;
    expect(message).toMatch(new RegExp(`^\\[@convapi/message-builder\\] ${name}[.\\s[].* (Pass|Name) .+\\.$`, 's'));
    expect(issues).toHaveLength(1);
    return message;
  }
  return undefined;
}

it('every export is in one of the tables', () => {
  expect([...Object.keys(BUILDERS), ...NEVER_THROW, ...NO_FUNCTIONS].sort()).toStrictEqual(Object.keys(entry).sort());
});

describe.each(Object.entries(BUILDERS))('%s', (name, { args, optional = 0 }) => {
  it('takes what is right, with and without what may be left out', () => {
    expect(refusal(name, args)).toBeUndefined();
    expect(refusal(name, args.slice(0, args.length - optional))).toBeUndefined();
  });

  it('refuses to be given nothing, and says what it wants', () => {
    for (let given = 0; given < args.length - optional; given += 1) expect(refusal(name, args.slice(0, given)), `${given}`).toBeDefined();
  });

  it('refuses an argument of another kind, and says which it was', () => {
    for (const [at, right] of args.entries()) {
      for (const wrong of WRONG) {
        if (sameKind(wrong, right) || (wrong === undefined && at >= args.length - optional)) continue;
        if (name === 'toIdentities' && Array.isArray(wrong) && wrong.length > 0) continue;
        // Whatever is given to be fitted is judged, like what is checked.
        if (name === 'fit' && at === 0) continue;
        const said = refusal(name, args.with(at, wrong));
        expect(said, `${at} as ${nameOf(wrong)}`).toBeDefined();
      }
    }
  });

  it('refuses each option of another kind, and each name that is none', () => {
    for (const [at, right] of args.entries()) {
      if (!isOptions(right) || right === message || !OPTIONS.has(name)) continue;
      for (const key of Object.keys(right)) {
        for (const wrong of WRONG) {
          if (wrong === undefined || sameKind(wrong, right[key]) || TAKES_MORE[`${name}.${key}`]?.(wrong)) continue;
          const said = refusal(name, args.with(at, { ...right, [key]: wrong }));
          expect(said, `${key} as ${nameOf(wrong)}`).toContain(`${name}.${key}`);
        }
      }
      expect(refusal(name, args.with(at, { ...right, titel: 'x' }))).toContain(`${name}.titel is no option. Pass ${LISTED[name] ?? ''}`);
    }
  });
});

describe('what is needed', () => {
  it.each([
    ['location', place],
    ['calendar', event],
    ['contactInfo', { name: 'Ada', phoneNumbers: [] }],
    ['list', { title: 'L', sections: [] }],
    ['flow', { flowId: '1', cta: 'c' }],
    ['orderDetails', { payment: {} }],
    ['commerce', product],
    ['notificationTemplate', { templateKey: 'k' }],
    ['send', { appId: 'a', to: {}, message }],
  ])('of %s is named when it is left out', (name, options) => {
    expect(refusal(name, [options])).toBeUndefined();
    for (const key of Object.keys(options)) {
      const { [key as keyof typeof options]: _, ...rest } = options;
      expect(refusal(name, [rest])).toContain(`${name}.${key} is undefined`);
    }
  });
});

describe('a mistake within', () => {
  const choice = entry.reply('a');
  it.each<[string, unknown[], string]>([
    ['card', [{ choices: choice }], 'card.choices is object. Pass a list.'],
    ['card', [{ choices: ['Yes'] }], 'card.choices[0] is string. Pass a choice.'],
    ['choice', ['Which?', [choice, 0]], 'choice.choices[1] is number. Pass a choice.'],
    ['choice', ['Which?', [choice], { whatsapp_footer: 'f' }], 'choice.whatsapp_footer is no option. Pass whatsappFooter.'],
    [
      'carousel',
      [[{ titel: 'One' }]],
      'carousel.cards[0].titel is no option. Pass title, description, media, height, choices, whatsappHeader.',
    ],
    ['carousel', [[entry.card({ title: 'One' })]], 'carousel.cards[0].card_message is no option.'],
    ['carousel', [['One']], 'carousel.cards[0] is string. Pass an object.'],
    ['list', [{ title: 'L', sections: [{ title: 's' }] }], 'list.sections[0].items is undefined. Pass a list.'],
    ['list', [{ title: 'L', sections: [{ items: [{ title: 'a', postbck: 'b' }] }] }], 'list.sections[0].items[0].postbck is no option.'],
    ['list', [{ title: 'L', catalogId: 'c', sections: [{ items: [{ id: '7' }] }] }], 'list.sections[0].items[0].marketplace is undefined.'],
    ['contactInfo', [{ name: 'Ada', phoneNumbers: [7] }], 'contactInfo.phoneNumbers[0] is number. Pass a text or an object.'],
    ['send', [{ appId: 'a', to: {}, message, channels: 'SMS' }], 'send.channels is string. Pass a list.'],
    ['send', [{ appId: 'a', to: {}, message, properties: { SMS_SENDER: {} } }], 'send.properties.SMS_SENDER is object.'],
    ['send', [{ appId: 'a', to: {}, message, correlation_id: 'c' }], 'send.correlation_id is no option.'],
    ['send', [{ appId: 'a', to: {}, message, properties: { SMS_SENDR: 'x' } }], 'send.properties.SMS_SENDR is no setting that is known.'],
    ['media', [{ url, thumbnail_url: url }], 'media.source.thumbnail_url is no option. Pass url, thumbnailUrl, filenameOverride.'],
    ['template', [{ omni: { template_id: 't' } }], 'template.omni.template_id is no option. Pass templateId.'],
    ['template', [{ channels: { FAX: {} } }], 'template.channels.FAX is for no channel.'],
    [
      'orderStatus',
      [{ payment: { referenceId: 'o', order: { order_status: 's' } } }],
      'orderStatus.payment.order.order_status is no option. Pass orderStatus.',
    ],
    ['template', [{}], 'template has neither omni nor channels. Pass at least one.'],
    ['toIdentities', ['+46701234567'], 'toIdentities.identities is string. Pass addresses by channel, e.g. { SMS: "+46701234567" }.'],
    ['toIdentities', [{ sms: '+46701234567' }], 'toIdentities.identities.sms is for no channel. Pass SMS, RCS,'],
    ['toIdentities', [['+46701234567']], 'toIdentities.identities[0] is string. Pass an object with channel and identity.'],
    ['whatsappParameters', [{ body: 'Ada' }], 'whatsappParameters.body is string. Pass a list of texts, or texts by name, in an object.'],
    [
      'whatsappParameters',
      [{ header: { link: url } }],
      'whatsappParameters.header has no file. Pass an object with image, video, document or location.',
    ],
    ['flow', [{ flowId: '1', cta: 'c', header: { link: url } }], 'flow.header has no file. Pass an object with image, video or document.'],
    ['withExplicitMessages', [message, { RCS: 7 }], 'withExplicitMessages.explicit.RCS is number. Pass an object or JSON.'],
    ['withOmniOverrides', [message, { SMS: 'Hello' }], 'withOmniOverrides.overrides.SMS is string. Pass a message.'],
    [
      'replyTo',
      [{ conversation_start_notification: {} }],
      'replyTo.event says of nobody that they wrote. Pass the callback of an inbound message or event.',
    ],
    [
      'withSpecificMessages',
      [message, { SMS: {} }],
      'withSpecificMessages.specific.SMS is for a channel without such messages. Pass WHATSAPP, KAKAOTALK, LINE.',
    ],
    ['withSpecificMessages', [message, { WHATSAPP: 'flow' }], 'withSpecificMessages.specific.WHATSAPP is string. Pass a message.'],
    ['toSvg', [message], 'toSvg.rendered.parts is undefined. Pass what render gives.'],
  ])('of %s is named: %j', (name, args, said) => {
    expect(refusal(name, args)).toContain(`[@convapi/message-builder] ${said}`);
  });
});

it.each(NEVER_THROW)('%s takes whatever it gets', (name) => {
  for (const wrong of WRONG) expect(() => functionOf(name)(wrong, [])).not.toThrow();
});

it('check and checkSend take a list of channels only', () => {
  expect(refusal('check', [message])).toContain('check.channels is undefined. Pass a list of channels.');
  expect(refusal('check', [message, 'SMS'])).toContain('check.channels is string. Pass a list of channels.');
  expect(refusal('checkSend', [{}, 'SMS'])).toContain('checkSend.channels is string. Pass a list of channels.');
});

/** Those whose options are named; the others take maps by channel. */
const OPTIONS = new Set(
  Object.keys(BUILDERS).filter(
    (name) => !/^(toIdentities|replyTo|persistent|with(Explicit|Omni|Specific|Text)|templateReference|toSvg|format|fit)/.test(name),
  ),
);

/** Names that stand first in the list of options. */
const LISTED: { [name: string]: string } = {
  card: 'title, description, media',
  send: 'appId, to, message',
  withAgent: 'name, type, picture',
};

/** Options that take another kind, too. */
const isPlain = (value: unknown) => kindOf(value) === 'object';
const TAKES_MORE: { [option: string]: (value: unknown) => boolean } = {
  'card.media': isPlain,
  'list.media': isPlain,
  'whatsappParameters.body': isPlain,

  'commerce.image': isPlain,
  'contactInfo.name': isPlain,
  'send.ttl': (value) => typeof value === 'number',
  'calendar.eventStart': (value) => value instanceof Date,
  'calendar.eventEnd': (value) => value instanceof Date,
  'template.omni': (value) => value === undefined,
};

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

function sameKind(one: unknown, other: unknown): boolean {
  return kindOf(one) === kindOf(other);
}

function isOptions(value: unknown): value is Record<string, unknown> {
  return kindOf(value) === 'object';
}

function nameOf(value: unknown): string {
  return typeof value === 'symbol' || typeof value === 'bigint' ? typeof value : (JSON.stringify(value) ?? typeof value);
}
