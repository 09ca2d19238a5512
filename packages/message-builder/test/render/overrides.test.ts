import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRendered, type RenderChannel, render, template, text, toSvg } from '../../src/index.ts';
import { refuseBadXml } from '../picture/refuse-bad-xml.ts';
import { ALL_CHANNELS } from './messages.ts';

describe('a message with another one for a channel', () => {
  const message = {
    ...text('Hello Ada, your order left our warehouse this morning.'),
    explicit_channel_omni_message: { WHATSAPP: text('Your order left.') },
    explicit_channel_message: { LINE: '{"type":"sticker"}' },
    channel_specific_message: {
      KAKAOTALK: { message_type: 'COMMERCE', message: { commerce: { title: 'Shoes' }, buttons: [{ name: 'Buy' }] } },
    },
  } as const;

  it('shows the other one there, and the first elsewhere', () => {
    expect(render(message as never, 'WHATSAPP').text).toBe('Your order left.');
    expect(render(message as never, 'SMS').text).toBe(message.text_message.text);
  });

  it("shows the channel's own JSON as it is", () => {
    expect(render(message as never, 'LINE')).toStrictEqual({
      channel: 'LINE',
      direction: 'TO_CONTACT',
      type: 'channel',
      mode: 'native',
      certainty: 'stated',
      parts: [{ kind: 'payload', payloadType: 'explicit', lines: [], payload: '{"type":"sticker"}' }],
      changes: [],
    });
  });

  it('shows what people read in a channel-specific message', () => {
    expect(render(message as never, 'KAKAOTALK').parts).toMatchObject([
      {
        kind: 'payload',
        payloadType: 'COMMERCE',
        lines: ['Shoes', '[Buy]'],
        cards: [{ title: 'Shoes', choices: [{ type: 'url', title: 'Buy', placement: 'joined' }] }],
      },
    ]);
    const flow = { header: { type: 'text', text: 'Book' }, body: { text: 'Choose a time' }, footer: { text: 'Free' }, flow_cta: 'Start' };
    const flows = { ...text('Book a time'), channel_specific_message: { WHATSAPP: { message_type: 'FLOWS', message: flow } } };
    expect(render(flows as never, 'WHATSAPP').parts).toMatchObject([
      {
        lines: ['Book', 'Choose a time', 'Free', '[Start]'],
        cards: [{ header: 'Book', description: 'Choose a time', footer: 'Free', choices: [{ type: 'flow', title: 'Start' }] }],
      },
    ]);
  });

  it('is not fooled by names that every object has', () => {
    const rendered = render(text('Hello'), 'constructor' as RenderChannel);
    expect(rendered).toMatchObject({ channel: 'constructor', mode: 'unknown', certainty: 'unknown', text: 'Hello' });
  });
});

describe('a message from templates', () => {
  const omni = { template_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2', parameters: { name: 'Ada' } };
  const message = template({ omni, channels: { WHATSAPP: { template_id: 'order_sent', language_code: 'en_US' } } });
  const translation = {
    language_code: 'en',
    choice_message: {
      text_message: { text: `Hello ${slot('name')}, is ${slot('day')} fine? $\{` },
      choices: [{ text_message: { text: `Yes, ${slot('day')}` } }],
    },
    channel_template_overrides: { KAKAOTALK: { template_reference: { template_id: 'alim_1' } } },
  } as const;

  it('keeps its reference where its words are not at hand', () => {
    expect(render(message, 'SMS')).toMatchObject({
      type: 'template',
      mode: 'unknown',
      parts: [{ kind: 'template', templateId: omni.template_id }],
    });
  });

  it('shows its translation with the values filled in, as that type of message', () => {
    const rendered = render(message, 'SMS', { translation: translation as never });
    expect(rendered).toMatchObject({
      type: 'choice',
      mode: 'text',
      text: `Hello Ada, is ${slot('day')} fine? $\{\n\n> YES, ${slot('DAY')}`,
    });
    expect(rendered.changes.filter(({ what }) => what.includes('placeholder'))).toHaveLength(1);
  });

  it("prefers the channel's own template, of the message or of the translation", () => {
    const options = { translation: translation as never };
    expect(render(message, 'WHATSAPP', options).parts).toMatchObject([{ templateId: 'order_sent', languageCode: 'en_US' }]);
    expect(render(message, 'KAKAOTALK', options).parts).toMatchObject([{ templateId: 'alim_1' }]);
  });

  it('shows nothing on a channel without a template', () => {
    const only = template({ channels: { WHATSAPP: { template_id: 'order_sent' } } });
    expect(render(only, 'SMS')).toMatchObject({ mode: 'unknown', parts: [], changes: [{ kind: 'lost', path: 'template_message' }] });
  });

  it('takes the template of an override', () => {
    const override = { ...text('Hello'), explicit_channel_omni_message: { WHATSAPP: { template_reference: omni } } };
    expect(render(override, 'WHATSAPP', { translation: translation as never })).toMatchObject({ type: 'choice' });
  });
});

describe('what is no message', () => {
  it.each([null, undefined, 0, '', 'text', [], {}, { text_message: null }, { video_message: {} }])('is shown as nothing: %j', (value) => {
    for (const channel of ALL_CHANNELS) {
      expect(render(value as never, channel)).toMatchObject({ type: 'none', mode: 'unknown', certainty: 'unknown', parts: [] });
    }
  });

  it('shows the first of several contents and notes the others', () => {
    const rendered = render({ ...text('Hello'), media_message: { url: 'https://example.com/a.png' } } as never, 'RCS');
    expect(rendered.text).toBe('Hello');
    expect(rendered.changes).toMatchObject([{ kind: 'lost', path: 'media_message' }]);
  });

  it('does not make render or toSvg throw, however long and deep it is', () => {
    const cards = Array.from({ length: 150_000 }, () => ({}));
    const deep = JSON.parse(`${'{"card_message":'.repeat(5000)}{}${'}'.repeat(5000)}`) as never;
    for (const channel of ['SMS', 'RCS'] as const) {
      expect(toSvg(render({ carousel_message: { cards } }, channel))).toMatch(/^<svg /);
      expect(render(deep, channel, { translation: deep }).type).toBe('card');
    }
  });

  it('never makes render or toSvg throw, whatever JSON it is', () => {
    const channels = fc.constantFrom<RenderChannel>(...ALL_CHANNELS);
    const parse = (json: string): unknown => JSON.parse(json);
    fc.assert(
      fc.property(fc.oneof(fc.json().map(parse), likeMessage()), channels, (message, channel) => {
        const rendered = render(message as never, channel, { translation: message as never });
        expect(JSON.parse(JSON.stringify(rendered))).toStrictEqual(rendered);
        expect(() => refuseBadXml(toSvg(rendered))).not.toThrow();
        expect(formatRendered(rendered)).toContain(channel);
      }),
      { numRuns: 1000 },
    );
  });

  it('never makes them throw for whatever the contact sends, with whatever options', () => {
    const channels = fc.constantFrom<RenderChannel>(...ALL_CHANNELS);
    const wrap = fc.constantFrom('contact_message', 'contact_message_event', 'app_message');
    fc.assert(
      fc.property(wrap, likeMessage(), likeMessage(), channels, (key, message, options, channel) => {
        const rendered = render({ [key]: message } as never, channel, options as never);
        expect(JSON.parse(JSON.stringify(rendered))).toStrictEqual(rendered);
        expect(() => refuseBadXml(toSvg(rendered))).not.toThrow();
        expect(formatRendered(rendered)).toContain(channel);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([null, 0, 'text', [], { earlier: null, files: [], templates: {}, properties: 'x', sender: 1 }])(
    'takes any options: %j',
    (options) => {
      expect(render(text('Hello'), 'WHATSAPP', options as never).text).toBe('Hello');
    },
  );
});

/** JSON with the keys of messages, whose values are often right and often not. */
function likeMessage(): fc.Arbitrary<unknown> {
  const keys = [
    ...['text_message', 'media_message', 'choice_message', 'card_message', 'carousel_message', 'location_message', 'list_message'],
    ...[
      'contact_info_message',
      'template_message',
      'omni_template',
      'channel_template',
      'explicit_channel_omni_message',
      'SMS',
      'WHATSAPP',
    ],
    ...['choices', 'cards', 'sections', 'items', 'choice', 'product', 'title', 'text', 'url', 'coordinates', 'latitude', 'longitude'],
    ...[
      'message_properties',
      'whatsapp_header',
      'parameters',
      'template_id',
      'url_message',
      'postback_data',
      'channel_specific_message',
      'message',
    ],
    ...['choice_response_message', 'media_card_message', 'product_response_message', 'fallback_message', 'reaction_event', 'message_id'],
    ...['products', 'item_price', 'quantity', 'payment', 'order', 'amount_value', 'nfm_reply', 'reply_to', 'agent', 'earlier', 'files'],
    ...[
      'templates',
      'templateId',
      'body',
      'buttons',
      'header',
      'media',
      'sender',
      'name',
      'properties',
      'mimeType',
      'bytes',
      'carousel',
      'list',
    ],
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 7, withCrossShrink: true },
      tie('leaf'),
      tie('object'),
      tie('object'),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
    leaf: fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(null),
      fc.constant(slot('title')),
    ),
    object: fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }).map((made) => ({ ...made })),
  }));
  // -0 is not kept by JSON.
  return tree.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
}

/** A placeholder of a template. */
function slot(name: string): string {
  return `$\{${name}}`;
}
