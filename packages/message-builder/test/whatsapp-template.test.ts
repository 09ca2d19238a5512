import { describe, expect, it } from 'vitest';
import { check, MessageError, render, toSvg, whatsappParameters, whatsappTemplate } from '../src/index.ts';

const image = { link: 'https://example.com/parcel.jpg' };

describe('whatsappParameters', () => {
  it.each([
    [
      'a place',
      { header: { location: { latitude: 59.3, longitude: 18, name: 'Shop', address: 'Street 1' } } },
      {
        'header[1]location.latitude': '59.3',
        'header[1]location.longitude': '18',
        'header[1]location.name': 'Shop',
        'header[1]location.address': 'Street 1',
      },
    ],
    [
      'values by name',
      { body: { name: 'Ada', order: '17' } },
      {
        'body[1]parameter_name': 'name',
        'body[1]text': 'Ada',
        'body[2]parameter_name': 'order',
        'body[2]text': '17',
      },
    ],
    [
      'a code and a flow',
      { buttons: [{ copyCode: 'SAVE20' }, { flow: { token: 't', data: { a: 1 } } }, { flow: {} }] },
      {
        'button[0]copy_code[1]coupon_code': 'SAVE20',
        'button[1]flow[1]action.flow_token': 't',
        'button[1]flow[1]action.flow_action_data': '{"a":1}',
        'button[2]flow[1]action.flow_token': 'unused',
      },
    ],
    [
      'cards',
      { cards: [{ header: { image }, body: ['Red'], buttons: [{ quickReply: 'red' }] }, { body: ['Blue'] }] },
      {
        'carousel[0]header[1]image.link': image.link,
        'carousel[0]body[1]text': 'Red',
        'carousel[0]button[0]quick_reply[1]payload': 'red',
        'carousel[1]body[1]text': 'Blue',
      },
    ],
  ])('has keys for %s, which check knows', (_, options, expected) => {
    const parameters = whatsappParameters(options);
    expect(parameters).toStrictEqual(expected);
    const message = { template_message: { channel_template: { WHATSAPP: { template_id: 't', language_code: 'en', parameters } } } };
    expect(check(message, ['WHATSAPP'])).toStrictEqual([]);
  });

  it('has up to ten buttons and ten cards', () => {
    const buttons = Array.from({ length: 11 }, () => ({ quickReply: '' }));
    expect(() => whatsappParameters({ buttons })).toThrow('whatsappParameters.buttons has 11 buttons, more than 10');
    expect(() => whatsappParameters({ cards: Array(11).fill({}) })).toThrow('whatsappParameters.cards has 11 cards, more than 10');
    const parameters = { 'button[10]quick_reply[1]payload': '' };
    const message = { template_message: { channel_template: { WHATSAPP: { template_id: 't', language_code: 'en', parameters } } } };
    expect(check(message, ['WHATSAPP'])).toMatchObject([{ code: 'template', severity: 'warning' }]);
  });
});

describe('whatsappTemplate', () => {
  const { message, words } = whatsappTemplate({
    name: 'order_sent',
    language: 'en_US',
    header: { image },
    body: { text: 'Hi {{name}}, order {{order}} has left.', values: { name: 'Ada', order: '17' } },
    footer: 'Reply STOP',
    buttons: [
      { quickReply: 'Not at home', payload: 'away' },
      { link: 'Track', url: 'https://example.com/{{1}}', value: 'orders/17' },
      { call: 'Call', phoneNumber: '+46701234567' },
      { copyCode: 'Copy code', code: 'SAVE20' },
      { flow: 'Rate us' },
    ],
    cards: [{ header: { image }, body: { text: 'Also in {{1}}', values: ['red'] }, buttons: [{ quickReply: 'Take it', payload: 'red' }] }],
  });

  it('sends the name, the language and the values, not the words', () => {
    expect(message).toStrictEqual({
      template_message: {
        channel_template: {
          WHATSAPP: {
            template_id: 'order_sent',
            language_code: 'en_US',
            parameters: {
              'header[1]image.link': image.link,
              'body[1]parameter_name': 'name',
              'body[1]text': 'Ada',
              'body[2]parameter_name': 'order',
              'body[2]text': '17',
              'button[0]quick_reply[1]payload': 'away',
              'button[1]url[1]text': 'orders/17',
              'button[3]copy_code[1]coupon_code': 'SAVE20',
              'button[4]flow[1]action.flow_token': 'unused',
              'carousel[0]header[1]image.link': image.link,
              'carousel[0]body[1]text': 'Also in {{1}}'.replace('Also in {{1}}', 'red'),
              'carousel[0]button[0]quick_reply[1]payload': 'red',
            },
          },
        },
      },
    });
    expect(check(message, ['WHATSAPP'])).toStrictEqual([]);
  });

  it('shows its words with the values', () => {
    const rendered = render(message, 'WHATSAPP', { templates: [words] });
    expect(rendered.changes.filter(({ kind }) => kind !== 'note')).toStrictEqual([]);
    expect(rendered.parts).toMatchObject([
      {
        kind: 'card',
        description: 'Hi Ada, order 17 has left.',
        footer: 'Reply STOP',
        media: { url: image.link },
        choices: [
          { type: 'text', title: 'Not at home', postback: 'away' },
          { type: 'url', title: 'Track', target: 'https://example.com/orders/17' },
          { type: 'call', title: 'Call', target: '+46701234567' },
          { type: 'copy_code', title: 'Copy code', target: 'SAVE20' },
          { type: 'flow', title: 'Rate us' },
        ],
      },
      { kind: 'carousel', cards: [{ description: 'Also in red', choices: [{ title: 'Take it', postback: 'red' }] }] },
    ]);
    expect(toSvg(rendered)).toContain('Hi Ada');
  });

  it('says which value is missing', () => {
    const lacking = whatsappTemplate({ name: 't', language: 'en', body: 'Hi {{1}}' });
    expect(render(lacking.message, 'WHATSAPP', { templates: [lacking.words] }).changes).toContainEqual(
      expect.objectContaining({ what: expect.stringContaining('{{1}}') }),
    );
  });

  it('has a header of words or a place', () => {
    const place = whatsappTemplate({ name: 't', language: 'en', header: { location: { latitude: 1, longitude: 2, name: 'Shop' } } });
    expect(render(place.message, 'WHATSAPP', { templates: [place.words] }).parts[0]).toMatchObject({ kind: 'location', title: 'Shop' });
    const words = whatsappTemplate({ name: 't', language: 'en', header: { text: 'Order {{1}}', value: '17' }, body: 'b' });
    expect(render(words.message, 'WHATSAPP', { templates: [words.words] }).parts).toMatchObject([{ header: 'Order 17' }]);
  });

  it.each([
    ['no name', { language: 'en' }],
    ['an unknown option', { name: 't', language: 'en', titel: 'x' }],
    ['an unknown button', { name: 't', language: 'en', buttons: [{ push: 'x' }] }],
    ['a number as body', { name: 't', language: 'en', body: 7 }],
    ['a number as header', { name: 't', language: 'en', header: 7 }],
  ])('refuses %s', (_, options) => {
    expect(() => whatsappTemplate(options as never)).toThrow(MessageError);
  });
});
