import type { AppMessage } from '@convapi/core';
import { describe, expect, it } from 'vitest';
import {
  askLocation,
  type CheckIssue,
  calendar,
  call,
  card,
  carousel,
  check,
  choice,
  contactInfo,
  flow,
  LIMITS,
  type LimitChannel,
  link,
  list,
  location,
  media,
  persistent,
  pin,
  reply,
  template,
  templateReference,
  text,
  withAgent,
  withExplicitMessages,
  withOmniOverrides,
  withReplyTo,
  withSpecificMessages,
} from '../src/index.ts';

const url = 'https://example.com/a.jpg';
const place = { title: 'Shop', label: 'Street 1', latitude: 1, longitude: 2 };
const ALL = Object.keys(LIMITS) as LimitChannel[];

/** Issues as lines that are quick to read. */
function lines(issues: CheckIssue[]): string[] {
  return issues.map(({ severity, channel = 'API', code, path, actual, limit }) => {
    const numbers = actual === undefined && limit === undefined ? '' : ` ${actual}/${limit}`;
    return `${severity} ${channel} ${code} ${path}${numbers}`;
  });
}

const on = (message: AppMessage, ...channels: LimitChannel[]) => lines(check(message, channels));
/** A message that TypeScript would not let through. */
const wrong = (message: unknown) => lines(check(message as AppMessage, []));
const replies = (...texts: string[]) => texts.map((one) => reply(one));
const many = (length: number) => Array.from({ length }, (_, at) => reply(`Choice ${at}`));

describe('an address', () => {
  it.each([
    ['', 'warning API empty media_message.url'],
    ['./local.png', 'warning API format media_message.url ./local.png/undefined'],
    ['/images/a.png', 'warning API format media_message.url /images/a.png/undefined'],
    ['C:\\pics\\x.png', 'warning API format media_message.url C:\\pics\\x.png/undefined'],
    ['not a url', 'warning API format media_message.url not a url/undefined'],
    ['file:///etc/a.png', 'warning API format media_message.url file:/undefined'],
    ['data:image/png;base64,AA', 'warning API format media_message.url data:/undefined'],
    ['https://', 'warning API format media_message.url https:///undefined'],
    ['http://localhost:3000/x.png', 'warning API format media_message.url localhost/undefined'],
    ['https://user@127.0.0.1/x.png', 'warning API format media_message.url 127.0.0.1/undefined'],
    ['http://[::1]/x.png', 'warning API format media_message.url [::1]/undefined'],
  ])('that nobody can fetch is a warning: %j', (bad, line) => {
    expect(on(media(bad))).toStrictEqual([line]);
  });

  it.each([
    url,
    'HTTP://example.com/a.jpg',
    'https://user:pass@example.com:8443/a.jpg?b#c',
    'https://localhost.example.com/a.jpg',
    'https://[2001:db8::1]/a',
  ])('that can be fetched is not: %j', (good) => {
    expect(on(media(good))).toStrictEqual([]);
  });

  it('is looked at wherever it stands', () => {
    const bad = './a.png';
    const event = { title: 'a', eventTitle: 'b', eventStart: '2027-03-01T09:00:00Z', eventEnd: '2027-03-01T10:00:00Z', fallbackUrl: bad };
    const paths = (message: AppMessage) => check(message, []).map(({ path }) => path);
    const choices = [link('a', bad), calendar(event), askLocation('a', bad)];
    const ofChoices = ['url_message.url', 'calendar_message.fallback_url', 'share_location_message.fallback_url'].map(
      (end, at) => `choices[${at}].${end}`,
    );
    expect(paths(media({ url, thumbnailUrl: bad }))).toStrictEqual(['media_message.thumbnail_url']);
    expect(paths(choice('a', choices))).toStrictEqual(ofChoices.map((end) => `choice_message.${end}`));
    expect(paths(card({ media: bad, choices }))).toStrictEqual([
      'card_message.media_message.url',
      ...ofChoices.map((end) => `card_message.${end}`),
    ]);
    expect(paths(carousel([{ title: 'a', media: bad }], { choices: [link('a', bad)] }))).toStrictEqual([
      'carousel_message.cards[0].media_message.url',
      'carousel_message.choices[0].url_message.url',
    ]);
    expect(paths(list({ title: 'a', media: bad, sections: [{ items: [{ title: 'a', media: bad }] }] }))).toStrictEqual([
      'list_message.media.url',
      'list_message.sections[0].items[0].choice.media.url',
    ]);
    expect(paths(contactInfo({ name: 'Ada', phoneNumbers: [], urls: [bad] }))).toStrictEqual(['contact_info_message.urls[0].url']);
    expect(paths(withAgent(text('a'), { picture: bad }))).toStrictEqual(['agent.picture_url']);
    expect(paths(withOmniOverrides(text('a'), { WHATSAPP: media(bad) }))).toStrictEqual([
      'explicit_channel_omni_message.WHATSAPP.media_message.url',
    ]);
  });
});

describe('an issue', () => {
  it('says what, where, how bad, how sure, and who says so', () => {
    expect(check(text('a'.repeat(4097)), ['WHATSAPP'])).toStrictEqual([
      {
        path: 'text_message.text',
        code: 'length',
        severity: 'error',
        basis: 'sinch-doc',
        source: 'https://developers.sinch.com/docs/conversation/message-types/text-message',
        effect: 'refuse',
        message: 'text_message.text has 4097 characters, WHATSAPP takes 4096.',
        channel: 'WHATSAPP',
        limit: 4096,
        actual: 4097,
        unit: 'characters',
      },
    ]);
  });

  it('is a warning where Sinch does not say so', () => {
    expect(check(text('a'.repeat(5001)), ['LINE'])).toMatchObject([{ severity: 'warning', basis: 'platform', limit: 5000, actual: 5001 }]);
  });

  it('does not come from limits that nobody states', () => {
    expect(on(text('a'.repeat(1_000_000)), 'WECHAT', 'MMS')).toStrictEqual([]);
  });

  it('is about each channel once, in the order asked for', () => {
    const issues = check(text('a'.repeat(8000)), ['VIBER', 'RCS', 'VIBER']);
    expect(issues.map((issue) => issue.channel)).toStrictEqual(['VIBER', 'RCS']);
  });

  it('is a warning for a channel that does not exist', () => {
    expect(check(text('a'), ['FAX' as never])).toMatchObject([
      { severity: 'warning', message: 'The message cannot be checked for FAX: there is no such channel.' },
    ]);
  });

  it('is not made for messages that all channels take', () => {
    const known = ALL.filter((channel) => channel !== 'KAKAOTALKCHAT');
    expect(on(text('Hello'), ...known)).toStrictEqual([]);
    expect(on(location(place), 'WHATSAPP', 'LINE')).toStrictEqual([]);
    expect(on(choice('When?', replies('Morning', 'Evening')), 'RCS', 'WHATSAPP', 'MESSENGER', 'LINE')).toStrictEqual([]);
  });
});

describe('what the API describes', () => {
  it.each([
    ['nothing', null, ['error API type  null/object']],
    ['a list', [], ['error API type  a list/object']],
    ['no content', {}, ['error API alternatives  0/undefined']],
    ['two contents', { text_message: { text: 'a' }, card_message: { title: 'a' } }, ['error API alternatives  2/1']],
    ['a missing field', { text_message: {} }, ['error API missing text_message.text']],
    ['an undefined field', { text_message: { text: undefined } }, ['error API missing text_message.text']],
    ['a wrong type', { text_message: { text: 7 } }, ['error API type text_message.text number/string']],
    ['a wrong value', { card_message: { title: 'a', height: 'HUGE' } }, ['warning API value card_message.height HUGE/SHORT, MEDIUM, TALL']],
    ['an unknown field', { text_message: { text: 'a', colour: 'red' } }, ['warning API unknown_field text_message.colour']],
    ['an inherited name', { text_message: { text: 'a' }, constructor: {} }, ['warning API unknown_field constructor']],
    [
      'an unknown channel',
      { text_message: { text: 'a' }, explicit_channel_message: { FAX: '{}' } },
      [
        `warning API value explicit_channel_message.FAX FAX/WHATSAPP, RCS, SMS, MESSENGER, VIBERBM, MMS, INSTAGRAM, TELEGRAM, KAKAOTALK, KAKAOTALKCHAT, LINE, WECHAT, APPLEBC, VIBER`,
      ],
    ],
    [
      'a kind of specific message that there is not',
      { text_message: { text: 'a' }, channel_specific_message: { WHATSAPP: { message_type: 'toString', message: {} } } },
      [
        'warning API value channel_specific_message.WHATSAPP.message_type toString/FLOWS, ORDER_DETAILS, ORDER_STATUS, COMMERCE, CAROUSEL_COMMERCE, NOTIFICATION_MESSAGE_TEMPLATE',
      ],
    ],
    ['no agent', { text_message: { text: 'a' }, agent: null }, []],
    [
      'a birthday that is no day',
      contactInfo({ name: 'A', phoneNumbers: ['1'], birthday: '1990-02-30' }),
      ['error API format contact_info_message.birthday 1990-02-30/date'],
    ],
    [
      'a birthday in another form',
      contactInfo({ name: 'A', phoneNumbers: ['1'], birthday: '30.1.1990' }),
      ['error API format contact_info_message.birthday 30.1.1990/date'],
    ],
    [
      'a phone number in words',
      choice('a', [call('b', 'our shop')]),
      ['error API format choice_message.choices[0].call_message.phone_number our shop/e164'],
    ],
    [
      'a phone number without +',
      choice('a', [call('b', '46701234567')]),
      ['warning API format choice_message.choices[0].call_message.phone_number'],
    ],
    [
      'a time without a zone',
      {
        choice_message: {
          choices: [
            {
              calendar_message: {
                title: 'a',
                event_title: 'b',
                event_start: '2027-03-01T09:00:00',
                event_end: '2027-03-01T10:00:00Z',
                fallback_url: url,
              },
            },
          ],
        },
      },
      ['error API format choice_message.choices[0].calendar_message.event_start 2027-03-01T09:00:00/date-time'],
    ],
    [
      'a coordinate that is no number',
      { location_message: { title: 'a', coordinates: { latitude: Number.NaN, longitude: 1 } } },
      ['error API type location_message.coordinates.latitude number/number'],
    ],
    [
      'a long flow button',
      withSpecificMessages(text('a'), { WHATSAPP: flow({ flowId: '1', cta: 'a'.repeat(21) }) }),
      ['error API length channel_specific_message.WHATSAPP.message.flow_cta 21/20'],
    ],
    ['11 choices', choice('a', many(11)), ['error API count choice_message.choices 11/10']],
    ['11 choices on a card', card({ title: 'a', choices: many(11) }), ['error API count card_message.choices 11/10']],
    ['11 cards', carousel(Array.from({ length: 11 }, () => ({ title: 'a' }))), ['error API count carousel_message.cards 11/10']],
    ['4 choices below a carousel', carousel([{ title: 'a' }], { choices: many(4) }), ['error API count carousel_message.choices 4/3']],
  ])('%s', (_, message, expected) => {
    expect(wrong(message)).toStrictEqual(expected);
  });
});

describe('what makes no sense on any channel', () => {
  const item = { title: 'a' };
  it.each([
    ['an empty text', text(''), ['warning API empty text_message.text']],
    ['a card without anything', card({}), ['warning API empty card_message']],
    ['a card of empty texts', card({ title: '', description: '' }), ['warning API empty card_message']],
    ['a card of choices only', card({ choices: replies('a') }), []],
    ['a carousel without cards', carousel([]), ['error API empty carousel_message.cards 0/1']],
    ['an empty card in a carousel', carousel([{ title: 'a' }, {}]), ['warning API empty carousel_message.cards[1]']],
    ['no choice', choice('a', []), ['warning API empty choice_message.choices']],
    [
      'a place that is not on the map',
      location({ title: 'a', latitude: 91, longitude: -181 }),
      ['error API range location_message.coordinates.latitude 91/90', 'error API range location_message.coordinates.longitude -181/180'],
    ],
    [
      'such a place in a choice',
      card({ title: 'a', choices: [pin({ title: 'a', latitude: -90.1, longitude: 180 })] }),
      ['error API range card_message.choices[0].location_message.coordinates.latitude -90.1/90'],
    ],
    [
      'an event that ends before it starts',
      choice('a', [
        calendar({
          title: 'a',
          eventTitle: 'b',
          eventStart: '2027-03-01T10:00:00+01:00',
          eventEnd: '2027-03-01T08:59:00Z',
          fallbackUrl: url,
        }),
      ]),
      ['warning API order choice_message.choices[0].calendar_message.event_end'],
    ],
    [
      'an event across time zones',
      choice('a', [
        calendar({
          title: 'a',
          eventTitle: 'b',
          eventStart: '2027-03-01T10:00:00+01:00',
          eventEnd: '2027-03-01T09:30:00Z',
          fallbackUrl: url,
        }),
      ]),
      [],
    ],
    ['a list of nothing', list({ title: 'a', sections: [] }), ['warning API empty list_message.sections']],
    [
      'a list of 11',
      list({ title: 'a', sections: [{ items: Array(6).fill(item) }, { items: Array(5).fill(item) }] }),
      ['error API count list_message.sections 11/10'],
    ],
    [
      'a list of both kinds',
      { list_message: { title: 'a', sections: [{ items: [{ choice: item }, { product: { id: '1', marketplace: 'F' } }] }] } },
      ['error API mixed list_message.sections', 'error API missing list_message.message_properties.catalog_id'],
    ],
    [
      'a bad override',
      withOmniOverrides(text('a'), { WHATSAPP: card({}) }),
      ['warning API empty explicit_channel_omni_message.WHATSAPP.card_message'],
    ],
  ])('%s', (_, message, expected) => {
    expect(wrong(message)).toStrictEqual(expected);
  });
});

describe('texts', () => {
  it.each([
    ['RCS', 3072, 'error'],
    ['WHATSAPP', 4096, 'error'],
    ['VIBER', 7000, 'error'],
    ['VIBERBM', 1000, 'warning'],
    ['INSTAGRAM', 1000, 'warning'],
    ['KAKAOTALK', 1000, 'warning'],
    ['LINE', 5000, 'warning'],
  ] as const)('are limited on %s to %i', (channel, limit, severity) => {
    expect(on(text('a'.repeat(limit)), channel)).toStrictEqual([]);
    expect(on(text('a'.repeat(limit + 1)), channel)).toStrictEqual([
      `${severity} ${channel} length text_message.text ${limit + 1}/${limit}`,
    ]);
  });

  it('are counted as people see them', () => {
    const family = '👨‍👩‍👧';
    expect(on(text(family.repeat(4096)), 'WHATSAPP')).toStrictEqual([]);
    expect(on(text('e\u0301'.repeat(4096)), 'WHATSAPP')).toStrictEqual([]);
    expect(on(text(family.repeat(4097)), 'WHATSAPP')).toStrictEqual(['error WHATSAPP length text_message.text 4097/4096']);
  });

  it('are counted on RCS with two for an emoji, which is no error as long as it is one for people', () => {
    expect(on(text('✅'.repeat(1536)), 'RCS')).toStrictEqual([]);
    expect(on(text('✅'.repeat(1537)), 'RCS')).toStrictEqual(['warning RCS length text_message.text 3074/3072']);
    expect(on(text('✅'.repeat(3073)), 'RCS')).toStrictEqual(['error RCS length text_message.text 6146/3072']);
    expect(on(text('é'.repeat(3072)), 'RCS')).toStrictEqual([]);
  });

  it('are counted on Instagram in bytes', () => {
    expect(on(text('я'.repeat(500)), 'INSTAGRAM')).toStrictEqual([]);
    expect(on(text('я'.repeat(501)), 'INSTAGRAM')).toStrictEqual(['warning INSTAGRAM length text_message.text 1002/1000']);
    expect(on(text('😀'.repeat(250)), 'INSTAGRAM')).toStrictEqual([]);
    expect(on(text('中'.repeat(334)), 'INSTAGRAM')).toStrictEqual(['warning INSTAGRAM length text_message.text 1002/1000']);
  });

  it('are cut on Viber BM, those that stand for something else too', () => {
    expect(check(choice('a'.repeat(998), replies('Yes')), ['VIBERBM'])).toMatchObject([
      { code: 'choice_kind', effect: 'text' },
      { code: 'length', effect: 'cut', limit: 1000, actual: 1005 },
    ]);
  });

  it('are counted on LINE in UTF-16 units', () => {
    expect(on(text('🍎'.repeat(2500)), 'LINE')).toStrictEqual([]);
    expect(on(text('🍎'.repeat(3000)), 'LINE')).toStrictEqual(['warning LINE length text_message.text 6000/5000']);
  });

  it('that stand for something else are counted like any other', () => {
    const row = Array.from({ length: 5 }, () => ({ title: 't', description: 'd'.repeat(1000) }));
    expect(on(carousel(row), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP not_native carousel_message',
      expect.stringMatching(/^error WHATSAPP length carousel_message \d+\/4096$/),
    ]);
    expect(on(choice('c'.repeat(150), replies('Yes', 'No')), 'SMS')).toStrictEqual([
      'warning SMS not_native choice_message',
      'note SMS segments choice_message 2/undefined',
    ]);
  });

  it('tell on SMS how many they become, and which character makes them more', () => {
    expect(on(text('a'.repeat(160)), 'SMS')).toStrictEqual([]);
    expect(check(text('a'.repeat(161)), ['SMS'])).toMatchObject([{ severity: 'note', code: 'segments', actual: 2 }]);
    expect(check(text('See you – soon'), ['SMS'])[0]?.message).toBe(
      'text_message.text takes 1 SMS: 14 units in UCS-2, because "–" is not in GSM-7.',
    );
  });
});

describe('choices', () => {
  it('are three text choices, or one link, on WhatsApp', () => {
    expect(on(choice('a', replies('1', '2', '3')), 'WHATSAPP')).toStrictEqual([]);
    expect(on(choice('a', [link('1', url)]), 'WHATSAPP')).toStrictEqual([]);
    expect(on(choice('a', replies('1', '2', '3', '4')), 'WHATSAPP')).toStrictEqual(['warning WHATSAPP count choice_message.choices 4/3']);
    expect(on(choice('a', [link('1', url), link('2', url)]), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP choice_kind choice_message.choices[0]',
    ]);
    expect(on(choice('a', [reply('1'), link('2', url)]), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP choice_kind choice_message.choices[1]',
    ]);
    expect(on(choice('a', [call('1', '+46701234567')]), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP choice_kind choice_message.choices[0]',
    ]);
    expect(check(choice('a', many(4)), ['WHATSAPP'])).toMatchObject([
      { effect: 'text', message: expect.stringContaining('as plain text') },
    ]);
  });

  it('are short, unique and without Markdown on WhatsApp', () => {
    const path = (at: number) => `choice_message.choices[${at}].text_message.text`;
    expect(on(choice('a', replies('a'.repeat(20))), 'WHATSAPP')).toStrictEqual([]);
    expect(on(choice('a', replies('a'.repeat(21))), 'WHATSAPP')).toStrictEqual([`warning WHATSAPP length ${path(0)} 21/20`]);
    expect(on(choice('a', replies('Yes', 'No', 'Yes')), 'WHATSAPP')).toStrictEqual([`warning WHATSAPP duplicate ${path(2)}`]);
    for (const mark of ['*now*', '_now_', '~now~', '`now`', '```now```', 'or *a b*']) {
      expect(check(choice('a', replies(mark)), ['WHATSAPP']), mark).toMatchObject([
        { code: 'markdown', path: path(0), severity: 'warning' },
      ]);
    }
    for (const plain of ['2 * 3', 'a_b', '5*', '* item', '~10', '2 * 3 * 4'])
      expect(on(choice('a', replies(plain)), 'WHATSAPP'), plain).toStrictEqual([]);
  });

  it('have postbacks of 229 bytes on WhatsApp', () => {
    expect(on(choice('a', [reply('b', 'x'.repeat(229))]), 'WHATSAPP')).toStrictEqual([]);
    expect(on(choice('a', [reply('b', 'é'.repeat(115))]), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP length choice_message.choices[0].postback_data 230/229',
    ]);
    expect(on(choice('a', [reply('b', 'x'.repeat(2049))]), 'RCS')).toStrictEqual([
      'warning RCS length choice_message.choices[0].postback_data 2049/2048',
    ]);
  });

  it('stand under a body of 1024 characters and over a footer of 60 on WhatsApp', () => {
    const place = 'choice_message.message_properties.whatsapp_footer';
    expect(on(choice('a', replies('b'), { whatsappFooter: 'f'.repeat(61) }), 'WHATSAPP')).toStrictEqual([
      `error WHATSAPP length ${place} 61/60`,
    ]);
    expect(on(choice('a'.repeat(1025), replies('b'), { whatsappFooter: 'f' }), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP length choice_message.text_message.text 1025/1024',
      `warning WHATSAPP no_effect ${place}`,
    ]);
  });

  it('are one link, call or place on Viber BM', () => {
    for (const one of [link('a', url), call('a', '+46701234567'), pin(place)]) expect(on(choice('a', [one]), 'VIBERBM')).toStrictEqual([]);
    expect(on(choice('a', replies('b')), 'VIBERBM')).toStrictEqual(['warning VIBERBM choice_kind choice_message.choices 1/1']);
    expect(on(choice('a', [link('a', url), link('b', url)]), 'VIBERBM')).toStrictEqual([
      'warning VIBERBM choice_kind choice_message.choices 2/1',
    ]);
    expect(on(choice('a', [link('a'.repeat(31), url)]), 'VIBERBM')).toStrictEqual([
      'warning VIBERBM length choice_message.choices[0].url_message.title 31/30',
    ]);
  });

  it.each([
    ['MESSENGER', 3, 'error'],
    ['KAKAOTALK', 5, 'warning'],
    ['LINE', 4, 'warning'],
  ] as const)('on %s are at most %i', (channel, most, severity) => {
    expect(on(choice('a', many(most)), channel)).toStrictEqual([]);
    expect(on(choice('a', many(most + 1)), channel)).toStrictEqual([
      `${severity} ${channel} count choice_message.choices ${most + 1}/${most}`,
    ]);
  });
});

describe('cards', () => {
  it('are limited on WhatsApp, RCS, MMS and LINE', () => {
    const message = card({ title: 'a'.repeat(1025), description: 'b'.repeat(2001), choices: many(5) });
    expect(on(message, 'RCS')).toStrictEqual([
      'error RCS length card_message.title 1025/200',
      'error RCS length card_message.description 2001/2000',
      'warning RCS count card_message.choices 5/4',
    ]);
    expect(on(message, 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP length card_message.title 1025/1024',
      'warning WHATSAPP length card_message.description 2001/60',
      'warning WHATSAPP count card_message.choices 5/3',
    ]);
    expect(on(message, 'MMS')).toStrictEqual(['note MMS not_native card_message', 'error MMS length card_message.title 1025/80']);
    expect(on(message, 'LINE')).toStrictEqual([
      'warning LINE length card_message.title 1025/40',
      'warning LINE length card_message.description 2001/60',
      'warning LINE count card_message.choices 5/4',
    ]);
    expect(on(message, 'MESSENGER')).toStrictEqual([
      'warning MESSENGER length card_message.title 1025/80',
      'warning MESSENGER length card_message.description 2001/80',
      'warning MESSENGER count card_message.choices 5/3',
    ]);
    expect(on(card({ description: 'b'.repeat(160) }), 'LINE')).toStrictEqual([]);
    expect(on(card({ description: 'b'.repeat(161) }), 'LINE')).toStrictEqual(['warning LINE length card_message.description 161/160']);
  });

  it('have a subject on MMS that handsets may cut', () => {
    expect(on(card({ title: 'a'.repeat(40) }), 'MMS')).toStrictEqual(['note MMS not_native card_message']);
    expect(on(card({ title: 'a'.repeat(80) }), 'MMS')).toStrictEqual([
      'note MMS not_native card_message',
      'note MMS length card_message.title 80/40',
    ]);
  });

  it('have an image and one button on Viber BM', () => {
    expect(on(card({ media: url, choices: [link('a', url)] }), 'VIBERBM')).toStrictEqual([]);
    expect(on(card({ media: url }), 'VIBERBM')).toStrictEqual(['warning VIBERBM empty card_message.choices']);
    expect(on(card({ title: 'a', choices: [link('a', url)] }), 'VIBERBM')).toStrictEqual([
      'warning VIBERBM empty card_message.media_message',
    ]);
    expect(on(card({ media: url, choices: replies('a') }), 'VIBERBM')).toStrictEqual([
      'warning VIBERBM choice_kind card_message.choices 1/1',
    ]);
  });

  it('have images on Instagram, and images and videos on WhatsApp', () => {
    const of = (file: string) => card({ title: 'a', media: `https://example.com/${file}`, choices: replies('b') });
    const path = 'card_message.media_message.url';
    expect(on(of('a.mp4'), 'WHATSAPP')).toStrictEqual([]);
    expect(check(of('a.mp4'), ['INSTAGRAM'])).toMatchObject([{ code: 'media_type', path, effect: 'lost' }]);
    expect(check(of('a.pdf'), ['WHATSAPP'])).toMatchObject([{ code: 'media_type', path, limit: 'an image or a video', effect: 'text' }]);
  });

  it('have a title and a choice on WhatsApp, or are no cards', () => {
    expect(on(card({ title: 'a', media: url }), 'WHATSAPP')).toStrictEqual(['warning WHATSAPP empty card_message.choices']);
    expect(on(card({ media: url, choices: replies('a') }), 'WHATSAPP')).toStrictEqual(['warning WHATSAPP empty card_message.title']);
  });

  it('have a header on WhatsApp where they have no media', () => {
    const place = 'card_message.message_properties.whatsapp_header';
    const plain = { title: 't', choices: replies('a') };
    expect(on(card({ ...plain, whatsappHeader: 'h'.repeat(60) }), 'WHATSAPP')).toStrictEqual([]);
    expect(on(card({ ...plain, whatsappHeader: 'h'.repeat(61) }), 'WHATSAPP')).toStrictEqual([`warning WHATSAPP length ${place} 61/60`]);
    expect(on(card({ ...plain, media: url, whatsappHeader: 'h' }), 'WHATSAPP')).toStrictEqual([`warning WHATSAPP no_effect ${place}`]);
    expect(on(card({ title: 't', whatsappHeader: 'h' }), 'WHATSAPP')).toContain(`warning WHATSAPP no_effect ${place}`);
  });

  it('in a carousel are looked at where a carousel is shown', () => {
    const message = carousel([{ title: 'a'.repeat(201) }, { title: 'b', choices: many(5) }], { choices: replies('c'.repeat(26)) });
    expect(on(message, 'RCS')).toStrictEqual([
      'error RCS length carousel_message.cards[0].title 201/200',
      'warning RCS count carousel_message.cards[1].choices 5/4',
      'warning RCS length carousel_message.choices[0].text_message.text 26/25',
    ]);
    expect(on(carousel([{ title: 'a' }]), 'RCS')).toStrictEqual(['note RCS not_native carousel_message.cards 1/2']);
    expect(on(carousel([{ title: 'a' }], { choices: replies('a') }), 'INSTAGRAM')).toStrictEqual([
      'warning INSTAGRAM not_native carousel_message.choices',
    ]);
  });

  it('in a carousel are text on channels without carousels', () => {
    const row = carousel([{ title: 'a' }, { title: 'b' }]);
    const channels = ['WHATSAPP', 'SMS', 'MMS', 'TELEGRAM', 'VIBERBM', 'WECHAT', 'KAKAOTALK'] as const;
    expect(on(row, ...channels)).toStrictEqual(channels.map((channel) => `warning ${channel} not_native carousel_message`));
  });

  it('in a carousel are alike on LINE: three choices each, the same number on all', () => {
    const row = (...counts: number[]) => carousel(counts.map((count) => ({ title: 'a', choices: many(count) })));
    expect(on(row(3, 3), 'LINE')).toStrictEqual([]);
    expect(on(row(4, 4), 'LINE')).toStrictEqual([
      'warning LINE count carousel_message.cards[0].choices 4/3',
      'warning LINE count carousel_message.cards[1].choices 4/3',
    ]);
    expect(on(row(1, 2), 'LINE')).toStrictEqual(['warning LINE count carousel_message.cards']);
    expect(on(carousel([{ description: 'd'.repeat(121) }]), 'LINE')).toStrictEqual([
      'warning LINE length carousel_message.cards[0].description 121/120',
    ]);
  });

  it('in a carousel are not tall on RCS', () => {
    expect(on(carousel([{ title: 'a', height: 'TALL' }, { title: 'b' }]), 'RCS')).toStrictEqual([
      'warning RCS value carousel_message.cards[0].height TALL/SHORT, MEDIUM',
    ]);
    expect(on(card({ title: 'a', height: 'TALL' }), 'RCS')).toStrictEqual([]);
  });
});

describe('files', () => {
  const of = (name: string, channel: LimitChannel) => on(media(`https://example.com/${name}`), channel);
  it.each([
    ['WHATSAPP', 'a.jpg b.PNG c.webp d.mp4 e.3gp f.ogg g.pdf h.zip', 'a.gif b.svg c.mov d.wav'],
    ['RCS', 'a.jpeg b.gif c.mp4 d.pdf e.mp3', 'a.webp b.avi c.docx'],
    ['VIBERBM', 'a.jpg b.png c.docx d.info', 'a.gif b.mp4 c.mp3 d.zip'],
    ['MMS', 'a.bmp b.3gp c.amr d.vcf', 'a.webp b.mov c.ogg d.docx'],
    ['INSTAGRAM', 'a.png b.ico', 'a.mp4 b.pdf c.mp3'],
    ['LINE', 'a.jpg b.mp4', 'a.gif b.mov'],
  ] as const)('on %s', (channel, shown, other) => {
    for (const name of shown.split(' ')) expect(of(name, channel), name).toStrictEqual([]);
    for (const name of other.split(' ').filter(Boolean)) expect(of(name, channel), name).toHaveLength(1);
  });

  it('are an address in a text on SMS', () => {
    expect(check(media('https://example.com/a.gif'), ['SMS'])).toMatchObject([{ effect: 'text', code: 'not_native' }]);
  });

  it('are judged by the end of the path alone', () => {
    expect(of('photo', 'RCS')).toStrictEqual([]);
    expect(of('v1.2/photo?format=a.webp#b.webp', 'RCS')).toStrictEqual([]);
    expect(of('photo.webp?a=b.jpg', 'RCS')).toStrictEqual(['warning RCS media_type media_message.url webp/no sticker']);
    expect(on(media('https://example.doc'), 'RCS')).toStrictEqual([]);
  });

  it('go to LINE over https', () => {
    expect(on(media('http://example.com/a.jpg'), 'LINE')).toStrictEqual(['warning LINE media_type media_message.url http/https']);
  });
});

describe('lists', () => {
  it('are limited on WhatsApp', () => {
    const message = list({
      title: 'L',
      description: 'd'.repeat(4097),
      whatsappHeader: 'h'.repeat(61),
      menu: 'm'.repeat(21),
      sections: [{ title: 's'.repeat(25), items: [{ title: 't'.repeat(25), description: 'd'.repeat(73), postback: 'p'.repeat(201) }] }],
    });
    expect(on(message, 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP length list_message.description 4097/4096',
      'warning WHATSAPP length list_message.message_properties.whatsapp_header 61/60',
      'warning WHATSAPP length list_message.message_properties.menu 21/20',
      'warning WHATSAPP length list_message.sections[0].title 25/24',
      'warning WHATSAPP length list_message.sections[0].items[0].choice.title 25/24',
      'warning WHATSAPP length list_message.sections[0].items[0].choice.description 73/72',
      'warning WHATSAPP length list_message.sections[0].items[0].choice.postback_data 201/200',
    ]);
  });

  it('have ten sections, and thirty products, on WhatsApp', () => {
    const items = [{ id: '1', marketplace: 'F' }];
    const message = list({ title: 'L', catalogId: 'c', sections: Array.from({ length: 31 }, () => ({ title: 's', items })) });
    expect(on(message, 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP count list_message.sections 31/10',
      'warning WHATSAPP count list_message.sections 31/30',
    ]);
  });

  it('have a title for each of several sections, and a postback of its own for each row, on WhatsApp', () => {
    const rows = (postback: string) => ({ items: [{ title: 'a', postback }] });
    expect(on(list({ title: 'L', sections: [rows('1')] }), 'WHATSAPP')).toStrictEqual([]);
    expect(on(list({ title: 'L', sections: [{ title: 's', ...rows('1') }, rows('1')] }), 'WHATSAPP')).toStrictEqual([
      'warning WHATSAPP missing list_message.sections[1].title',
      'warning WHATSAPP duplicate list_message.sections[1].items[0].choice.postback_data',
    ]);
  });

  it('are not promised on any other channel', () => {
    const message = list({ title: 'L', sections: [{ items: [{ title: 'a' }] }] });
    expect(on(message, 'WHATSAPP')).toStrictEqual([]);
    expect(on(message, 'SMS', 'RCS')).toStrictEqual(['warning SMS not_native list_message', 'warning RCS not_native list_message']);
  });
});

describe('templates', () => {
  const whatsapp = (reference: object) => on(template({ channels: { WHATSAPP: { templateId: 't', ...reference } } }), 'WHATSAPP');
  const place = 'template_message.channel_template.WHATSAPP';

  it('have a language on WhatsApp, with an underscore', () => {
    expect(whatsapp({ languageCode: 'en_US' })).toStrictEqual([]);
    expect(whatsapp({ languageCode: 'fil' })).toStrictEqual([]);
    expect(whatsapp({})).toStrictEqual([`error WHATSAPP missing ${place}.language_code`]);
    expect(whatsapp({ languageCode: 'en-US' })).toStrictEqual([`error WHATSAPP format ${place}.language_code en-US/en_US`]);
  });

  it('have a name and known parameters on WhatsApp', () => {
    expect(whatsapp({ languageCode: 'en', templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P' })).toStrictEqual([
      `warning WHATSAPP template ${place}.template_id`,
    ]);
    expect(whatsapp({ languageCode: 'en', parameters: { 'body[1]text': 'a', 'button[0]url[1]text': 'b', name: 'c' } })).toStrictEqual([
      `warning WHATSAPP template ${place}.parameters name/body[1]text`,
    ]);
  });

  it('are missing on a channel when there is none for it, nor one for all', () => {
    const omni = { templateId: 't', version: '1' };
    const channels = { WHATSAPP: { templateId: 't', languageCode: 'en' } };
    expect(on(template({ channels }), 'WHATSAPP', 'SMS')).toStrictEqual(['warning SMS template template_message.channel_template']);
    expect(on(template({ omni, channels }), 'WHATSAPP', 'SMS')).toStrictEqual([]);
  });
});

describe('other messages', () => {
  it('warn of contact cards, which nobody describes', () => {
    expect(on(contactInfo({ name: 'A', phoneNumbers: ['1'] }), 'RCS')).toStrictEqual(['warning RCS not_native contact_info_message']);
  });

  it('have a label where it is the button of a place', () => {
    const bare = { title: 'Shop', latitude: 1, longitude: 2 };
    expect(on(location(bare), 'RCS', 'SMS')).toStrictEqual([
      'note RCS not_native location_message',
      'note RCS empty location_message.label',
      'warning SMS not_native location_message',
    ]);
    expect(on(location({ ...bare, label: 'a'.repeat(26) }), 'RCS')).toContain('warning RCS length location_message.label 26/25');
  });
});

describe('a location', () => {
  it('is the map alone on Telegram and the old Viber bot', () => {
    expect(check(location(place), ['TELEGRAM', 'VIBER'])).toMatchObject([{ effect: 'lost' }, { effect: 'lost' }]);
  });
});

describe('what stands in for a message on a channel', () => {
  const long = text('a'.repeat(4097));

  it('is checked there instead', () => {
    expect(on(withOmniOverrides(long, { WHATSAPP: text('short') }), 'WHATSAPP')).toStrictEqual([]);
    expect(on(withOmniOverrides(text('short'), { WHATSAPP: long }), 'WHATSAPP', 'RCS')).toStrictEqual([
      'error WHATSAPP length explicit_channel_omni_message.WHATSAPP.text_message.text 4097/4096',
    ]);
    expect(on(withSpecificMessages(long, { WHATSAPP: flow({ flowId: '1', cta: 'Go' }) }), 'WHATSAPP')).toStrictEqual([]);
    expect(on(withExplicitMessages(long, { WHATSAPP: { any: 'thing' } }), 'WHATSAPP')).toStrictEqual([]);
  });

  it('is JSON when it is the channel’s own', () => {
    expect(on(withExplicitMessages(text('a'), { RCS: '{"text":' }), 'RCS')).toStrictEqual([
      'warning RCS format explicit_channel_message.RCS',
    ]);
  });

  it('is of that channel', () => {
    const message = { ...text('a'), channel_specific_message: { LINE: flow({ flowId: '1', cta: 'Go' }) } };
    expect(on(message, 'LINE')).toStrictEqual(['warning LINE value channel_specific_message.LINE.message_type FLOWS/WHATSAPP']);
  });
});

describe('parts that a channel does not heed', () => {
  it('are choices that stay, anywhere but in a choice message on RCS', () => {
    const stays = persistent(reply('Yes'));
    expect(on(choice('a', [stays]), 'RCS')).toStrictEqual([]);
    expect(on(choice('a', [stays]), 'WHATSAPP')).toStrictEqual(['note WHATSAPP no_effect choice_message.choices[0].display_mode']);
    expect(on(card({ title: 'a', choices: [stays] }), 'RCS')).toStrictEqual(['note RCS no_effect card_message.choices[0].display_mode']);
  });

  it('are refused below a carousel', () => {
    const message = { carousel_message: { cards: [{ title: 'a' }], choices: [{ ...reply('Yes'), display_mode: 'PERSISTENT' }] } };
    expect(wrong(message)).toStrictEqual(['error API value carousel_message.choices[0].display_mode PERSISTENT/undefined']);
  });

  it('are quotes, anywhere but on WhatsApp', () => {
    const message = withReplyTo(text('a'), '01HVN0B9TQ3F5Z2YQ8W0JK4M6P');
    expect(on(message, 'WHATSAPP', 'RCS')).toStrictEqual(['note RCS no_effect reply_to']);
  });
});

describe('an override', () => {
  it('takes no template of a channel', () => {
    const own = { template_message: { channel_template: { WHATSAPP: { template_id: 't', language_code: 'en' } } } };
    const message = { ...text('a'), explicit_channel_omni_message: { WHATSAPP: own } };
    expect(wrong(message)).toContain('error API template explicit_channel_omni_message.WHATSAPP.template_message');
    const reference = templateReference({ templateId: 't', version: '1', parameters: { 'body[1]text': 'Ada' } });
    expect(on(withOmniOverrides(text('a'), { WHATSAPP: reference }))).toStrictEqual([
      'warning API template explicit_channel_omni_message.WHATSAPP.template_reference.parameters body[1]text/undefined',
    ]);
  });
});

describe('messages that one channel has', () => {
  const image = 'https://example.com/a.jpg';
  const price = { type: 'REGULAR_PRICE_COMMERCE', title: 'a', regular_price: 1 } as const;
  const buttons = [{ type: 'WL', name: 'Buy', link_mo: 'https://example.com' }] as const;
  const kakao = (message: object) =>
    wrong({ ...text('a'), channel_specific_message: { KAKAOTALK: { message_type: 'COMMERCE', message } } });
  const at = 'channel_specific_message.KAKAOTALK.message';

  it.each([
    ['a long name of a button', { buttons: [{ ...buttons[0], name: 'n'.repeat(9) }] }, `error API length ${at}.buttons[0].name 9/8`],
    ['no button', { buttons: [] }, `error API count ${at}.buttons 0/1`],
    ['three buttons', { buttons: [buttons[0], buttons[0], buttons[0]] }, `error API count ${at}.buttons 3/2`],
    ['a long title', { commerce: { ...price, title: 't'.repeat(31) } }, `error API length ${at}.commerce.title 31/30`],
    ['a negative price', { commerce: { ...price, regular_price: -1 } }, `error API range ${at}.commerce.regular_price -1/0`],
    ['a long text', { additional_content: 'a'.repeat(35) }, `error API length ${at}.additional_content 35/34`],
    ['a coupon without a link', { coupon: { type: 'FREE_COUPON', title: 'a' } }, `error API alternatives ${at}.coupon 0/undefined`],
    [
      'a long title of a coupon',
      { coupon: { type: 'UP_COUPON', title: 'a'.repeat(8), link_mo: image } },
      `error API length ${at}.coupon.title 8/7`,
    ],
  ])('on KakaoTalk with %s', (_, more, expected) => {
    expect(kakao({ image: { image_url: image }, commerce: price, buttons, ...more })).toStrictEqual([expected]);
  });

  it('have no emoji on the button of a WhatsApp flow', () => {
    const [issue] = wrong(withSpecificMessages(text('a'), { WHATSAPP: flow({ flowId: '1', cta: 'Go 🚀' }) }));
    expect(issue).toContain('error API format channel_specific_message.WHATSAPP.message.flow_cta');
  });
});

it('is not misled by keys that every object has', () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const message = JSON.parse(`{ "${key}": false }`);
    expect(() => check(message, ['SMS', 'RCS', 'WHATSAPP'])).not.toThrow();
  }
});
