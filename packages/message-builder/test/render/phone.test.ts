import { describe, expect, it } from 'vitest';
import {
  askLocation,
  card,
  carousel,
  choice,
  contactInfo,
  link,
  list,
  location,
  media,
  persistent,
  type RenderChannel,
  type RenderedChoice,
  render,
  reply,
  type TextPart,
  text,
  withAgent,
  withReplyTo,
} from '../../src/index.ts';
import { ALL_CHANNELS, MESSAGES } from './messages.ts';

const PHOTO = 'https://example.com/parcel.jpg';

describe('where choices stand', () => {
  it.each([
    ['RCS', 'docked', true],
    ['INSTAGRAM', 'docked', true],
    ['WHATSAPP', 'joined', false],
    ['MESSENGER', 'joined', false],
    ['LINE', 'joined', false],
    ['KAKAOTALK', 'joined', false],
    ['TELEGRAM', 'inline', false],
    ['VIBER', 'inline', false],
  ] as const)('is on %s %s, and that they vanish is %s', (channel, placement, vanishes) => {
    const choices = render(choice('Well?', [reply('Yes'), reply('No')]), channel).parts[1];
    expect(choices).toMatchObject({
      kind: 'choices',
      choices: [
        { placement, vanishes },
        { placement, vanishes },
      ],
    });
  });

  it('is in the bubble on RCS for one that is to stay', () => {
    expect(render(choice('Well?', [persistent(reply('Yes')), reply('No')]), 'RCS').parts[1]).toMatchObject({
      choices: [
        { placement: 'joined', vanishes: false },
        { placement: 'docked', vanishes: true },
      ],
    });
  });

  it('is in the card, and under it on Telegram', () => {
    const message = card({ title: 'T', choices: [reply('Yes')] });
    expect(render(message, 'RCS').parts).toMatchObject([{ choices: [{ placement: 'joined', vanishes: false }] }]);
    expect(render(message, 'TELEGRAM').parts).toMatchObject([{ choices: [{ placement: 'inline' }] }]);
  });

  it('is beside the field to write in for those of a row of cards', () => {
    const message = carousel([{ title: 'A' }, { title: 'B' }], { choices: [reply('More')] });
    for (const channel of ['RCS', 'MESSENGER'] as const) {
      expect(render(message, channel).parts[1], channel).toMatchObject({ choices: [{ placement: 'docked' }] });
    }
  });

  it('is said for every choice of every message on every channel', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const channel of ALL_CHANNELS) {
        for (const one of choicesOf(render(message, channel))) {
          expect(['docked', 'joined', 'inline', 'typed']).toContain(one.placement);
          expect(one.vanishes).toBe(one.placement === 'docked');
        }
      }
    }
  });
});

describe('choices that are lines of text', () => {
  it('are found in the text', () => {
    const { parts } = render(choice('Call?', [reply('Yes', 'y'), link('Site', 'https://example.com')]), 'SMS');
    const [part] = parts as TextPart[];
    expect(part?.choices).toMatchObject([
      { title: 'Yes', postback: 'y', placement: 'typed', path: 'choice_message.choices[0]' },
      { title: 'Site', target: 'https://example.com', placement: 'typed' },
    ]);
    expect(part?.choices?.map(({ start, end }) => part.text.slice(start, end))).toStrictEqual(['> YES', '> Site: https://example.com']);
  });

  it('are found where the words before them say the same', () => {
    const message = carousel([
      { title: '> YES', description: 'x\n> YES', choices: [reply('Yes')] },
      { title: '> YES', choices: [reply('Yes')] },
    ]);
    const [part] = render(message, 'SMS').parts as TextPart[];
    expect(part?.text).toBe('1. > YES\nx\n> YES\n> YES\n\n2. > YES\n> YES');
    expect(part?.choices?.map(({ start }) => start)).toStrictEqual([17, 33]);
  });

  it.each(ALL_CHANNELS)('are whole lines on %s, in each message that becomes text', (channel) => {
    for (const message of Object.values(MESSAGES)) {
      for (const part of render(message, channel).parts) {
        const lines = part.kind === 'text' ? part : part.kind === 'media' ? { ...part, text: part.caption ?? '' } : undefined;
        for (const { start, end } of lines?.choices ?? []) {
          expect(lines?.text.slice(start, end)).toMatch(/^> .+$/);
          expect([undefined, '\n']).toContain(lines?.text[start - 1]);
          expect([undefined, '\n']).toContain(lines?.text[end]);
        }
      }
    }
  });

  it('end where the text is cut, or are gone', () => {
    const [part] = render(choice('x'.repeat(990), [reply('Morning'), reply('Evening')]), 'VIBERBM').parts as TextPart[];
    expect(part?.choices).toMatchObject([{ title: 'Morning', start: 992, end: 1000 }]);
  });

  it('are the rows of a list too', () => {
    const [part] = render(list({ title: 'L', menu: 'M', sections: [{ title: 'S', items: [{ title: 'a', postback: 'p' }] }] }), 'SMS')
      .parts as TextPart[];
    expect(part?.choices).toMatchObject([{ title: 'a', postback: 'p', path: 'list_message.sections[0].items[0]' }]);
    expect(part?.text.slice(part.choices?.[0]?.start)).toBe('> A');
  });
});

describe('who writes', () => {
  it('is the brand of the options and the agent of the message', () => {
    const message = withAgent(text('Hello'), { name: 'Grace', type: 'HUMAN', picture: 'https://example.com/g.png' });
    const { sender } = render(message, 'RCS', { sender: { name: 'Shop', verified: true } });
    expect(sender).toStrictEqual({
      name: 'Shop',
      verified: true,
      agent: { type: 'HUMAN', name: 'Grace', pictureUrl: 'https://example.com/g.png' },
    });
    expect(render(text('Hello'), 'RCS').sender).toBeUndefined();
  });

  it('is the sender of the properties on SMS, MMS and Viber', () => {
    const properties = { SMS_SENDER: '12345', MMS_SENDER: '67890', VIBER_SENDER_NAME: 'Shop', VIBER_SENDER_AVATAR: PHOTO };
    expect(render(text('a'), 'SMS', { properties, sender: { name: 'x' } }).sender).toStrictEqual({ name: '12345' });
    expect(render(text('a'), 'MMS', { properties }).sender).toStrictEqual({ name: '67890' });
    expect(render(text('a'), 'VIBER', { properties }).sender).toStrictEqual({ name: 'Shop', pictureUrl: PHOTO });
    expect(render(text('a'), 'RCS', { properties }).sender).toBeUndefined();
  });
});

describe('an answer to a message of the contact', () => {
  const message = withReplyTo(text('At ten.'), 'M1');

  it('quotes it on WhatsApp, with its words where it is at hand', () => {
    const earlier = { M1: { contact_message: { text_message: { text: 'When?' } } } };
    expect(render(message, 'WHATSAPP').quote).toStrictEqual({ messageId: 'M1' });
    expect(render(message, 'WHATSAPP', { earlier }).quote).toStrictEqual({ messageId: 'M1', text: 'When?', direction: 'TO_APP' });
  });

  it('shows nothing of it elsewhere, and says so', () => {
    const rendered = render(message, 'RCS');
    expect(rendered.quote).toBeUndefined();
    expect(rendered.changes).toMatchObject([{ path: 'reply_to', kind: 'lost', basis: 'stated' }]);
  });
});

describe('a file', () => {
  const file = 'https://example.com/file?id=17';

  it('has the type of its ending', () => {
    expect(render(media(PHOTO), 'RCS').parts[0]).toMatchObject({ media: 'image', mimeType: 'image/jpeg', fileName: 'parcel.jpg' });
    expect(render(media(file), 'RCS').parts[0]).toMatchObject({ media: 'unknown' });
    expect(render(media(file), 'RCS').parts[0]).not.toHaveProperty('mimeType');
  });

  it('has what the options tell of it, on which a channel decides', () => {
    const facts = { mimeType: 'audio/mpeg', bytes: 120_000, durationSeconds: 61, alt: 'A greeting' };
    const files = { [file]: facts };
    expect(render(media(file), 'WHATSAPP', { files })).toMatchObject({
      mode: 'native',
      certainty: 'stated',
      parts: [{ media: 'audio', ...facts }],
    });
    expect(render(media(file), 'VIBERBM', { files })).toMatchObject({ mode: 'text', text: file });
  });
});

describe('a card', () => {
  it('lies on RCS as the properties say', () => {
    const message = card({ title: 'T', media: PHOTO });
    const properties = { RCS_CARD_ORIENTATION: 'HORIZONTAL', RCS_CARD_THUMBNAIL_IMAGE_ALIGNMENT: 'RIGHT' };
    expect(render(message, 'RCS').parts).toMatchObject([{ orientation: 'VERTICAL' }]);
    expect(render(message, 'RCS', { properties }).parts).toMatchObject([{ orientation: 'HORIZONTAL', alignment: 'RIGHT' }]);
    expect(render(message, 'MESSENGER', { properties }).parts[0]).not.toHaveProperty('orientation');
  });

  it('has its words above its file on Viber', () => {
    const message = card({ title: 'T', media: PHOTO, choices: [link('a', 'https://example.com')] });
    for (const channel of ['VIBERBM', 'VIBER'] as const) expect(render(message, channel).parts).toMatchObject([{ first: 'words' }]);
    expect(render(message, 'MESSENGER').parts[0]).not.toHaveProperty('first');
  });

  it('says on WhatsApp that the file takes the place of the header', () => {
    const message = card({ title: 't', media: PHOTO, whatsappHeader: 'h', choices: [reply('a')] });
    expect(render(message, 'WHATSAPP').changes).toMatchObject([{ kind: 'lost', path: 'card_message.message_properties.whatsapp_header' }]);
    expect(render(card({ title: 't', whatsappHeader: 'h', choices: [reply('a')] }), 'WHATSAPP').parts).toMatchObject([{ header: 'h' }]);
  });

  it('says when there is nothing in it', () => {
    expect(render(card({}), 'RCS').changes).toMatchObject([{ kind: 'lost', path: 'card_message' }]);
    expect(render(text(''), 'SMS').changes).toMatchObject([{ kind: 'lost', path: 'text_message.text' }]);
  });
});

describe('a map without its words, as in the pictures of the vendor', () => {
  it.each(['TELEGRAM', 'VIBER'] as const)('stands on %s', (channel) => {
    const rendered = render(location({ title: 'Shop', label: 'Open', latitude: 1, longitude: 2 }), channel);
    expect(rendered.parts).toStrictEqual([{ kind: 'location', title: '', latitude: 1, longitude: 2 }]);
    expect(rendered.changes).toMatchObject([{ kind: 'lost', path: 'location_message' }]);
  });
});

describe('the page of a link', () => {
  const message = text('See https://example.com/a and https://example.com/b');
  const preview = (channel: RenderChannel, properties = {}) => (render(message, channel, { properties }).parts[0] as TextPart).preview;

  it('is shown on WhatsApp when asked for, and on Telegram unless switched off', () => {
    expect(preview('WHATSAPP')).toBeUndefined();
    expect(preview('WHATSAPP', { WHATSAPP_PREVIEW_URL: 'true' })).toStrictEqual({ url: 'https://example.com/a' });
    expect(preview('TELEGRAM')).toStrictEqual({ url: 'https://example.com/a' });
    expect(preview('TELEGRAM', { TELEGRAM_DISABLE_LINK_PREVIEW: 'true' })).toBeUndefined();
    expect(preview('SMS')).toBeUndefined();
    expect(preview('MESSENGER')).toBeDefined();
  });

  it('is not that of the link of a choice', () => {
    expect(render(choice('a', [link('b', 'https://example.com')]), 'TELEGRAM').parts[0]).not.toHaveProperty('preview');
  });
});

describe('a list', () => {
  const rows = [{ title: 'a', media: PHOTO }];

  it('has a caption for its button even where none was given', () => {
    expect(render({ list_message: { title: 'L', sections: [{ items: [{ choice: { title: 'a' } }] }] } }, 'WHATSAPP').parts).toMatchObject([
      { menu: 'Menu' },
    ]);
    expect(
      render(list({ title: 'L', catalogId: 'c', sections: [{ items: [{ id: 'p', marketplace: 'FACEBOOK' }] }] }), 'WHATSAPP').parts,
    ).toMatchObject([{ menu: 'View items' }]);
  });

  it('keeps the pictures of its rows, and says that nobody knows whether they are shown', () => {
    const rendered = render(list({ title: 'L', menu: 'M', sections: [{ items: rows }] }), 'WHATSAPP');
    expect(rendered.parts).toMatchObject([{ sections: [{ items: [{ media: { url: PHOTO } }] }] }]);
    expect(rendered.changes).toMatchObject([{ kind: 'note', path: 'list_message.sections[0].items[0].choice.media' }]);
  });
});

it('names the kind of each line of a contact card, and where it leads', () => {
  const message = contactInfo({
    name: { full_name: 'Ada' },
    phoneNumbers: ['+467'],
    emailAddresses: ['a@example.com'],
    addresses: [{ city: 'London', country_code: 'GB', type: 'HOME' }],
    urls: ['https://example.com'],
    organization: { company: 'Engines', title: 'Countess' },
    birthday: '1815-12-10',
  });
  expect(render(message, 'WHATSAPP').parts).toStrictEqual([
    {
      kind: 'contact',
      name: 'Ada',
      lines: [
        { kind: 'organization', text: 'Countess' },
        { kind: 'organization', text: 'Engines' },
        { kind: 'phone', text: '+467', target: 'tel:+467' },
        { kind: 'mail', text: 'a@example.com', target: 'mailto:a@example.com' },
        { kind: 'address', text: 'London, GB', label: 'HOME' },
        { kind: 'web', text: 'https://example.com', target: 'https://example.com' },
        { kind: 'birthday', text: '1815-12-10' },
      ],
    },
  ]);
});

describe('what is too long', () => {
  const changes = (message: Parameters<typeof render>[0], channel: RenderChannel) =>
    render(message, channel).changes.filter(({ limit }) => limit !== undefined);

  it.each([
    ['RCS', text('x'.repeat(3073)), { kind: 'refused', limit: { most: 3072, actual: 3073, unit: 'characters' } }],
    ['RCS', choice('a', [reply('x'.repeat(54))]), { kind: 'changed', limit: { most: 25, actual: 54, unit: 'characters' } }],
    ['RCS', card({ title: 'x'.repeat(201) }), { kind: 'refused', path: 'card_message.title' }],
    ['VIBERBM', text('x'.repeat(1001)), { kind: 'lost', limit: { most: 1000, actual: 1001, unit: 'characters' } }],
    ['INSTAGRAM', text('å'.repeat(501)), { kind: 'refused', limit: { most: 1000, actual: 1002, unit: 'bytes' } }],
    [
      'MESSENGER',
      choice(
        'a',
        ['b', 'c', 'd', 'e'].map((one) => reply(one)),
      ),
      { kind: 'refused', limit: { most: 3, actual: 4, unit: 'items' } },
    ],
    ['MMS', card({ title: 'x'.repeat(81) }), { path: 'card_message.title', limit: { most: 80, actual: 81, unit: 'characters' } }],
    [
      'WHATSAPP',
      list({ title: 'L', menu: 'M', sections: [{ items: [{ title: 'x'.repeat(25) }] }] }),
      { path: 'list_message.sections[0].items[0].choice.title', limit: { most: 24, actual: 25, unit: 'characters' } },
    ],
  ] as const)('is said on %s', (channel, message, expected) => {
    expect(changes(message, channel)).toMatchObject([expected]);
  });

  it('is counted as people count', () => {
    expect(changes(choice('a', [reply('👩‍👩‍👧'.repeat(25))]), 'RCS')).toStrictEqual([]);
    expect(changes(text('x'.repeat(3072)), 'RCS')).toStrictEqual([]);
  });
});

it('notes what nobody knows of choices outside RCS', () => {
  expect(render(choice('a', [askLocation('Here', 'https://example.com')]), 'LINE').changes).toMatchObject([{ kind: 'note' }]);
});

function choicesOf(rendered: ReturnType<typeof render>): RenderedChoice[] {
  return rendered.parts.flatMap((part) =>
    part.kind === 'carousel' ? part.cards.flatMap(({ choices }) => choices) : 'choices' in part ? (part.choices ?? []) : [],
  );
}
