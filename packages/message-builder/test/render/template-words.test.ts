import { describe, expect, it } from 'vitest';
import { render, type TemplateWords, template, toSvg, whatsappParameters } from '../../src/index.ts';

const PHOTO = 'https://example.com/a.jpg';

function show(words: Partial<TemplateWords>, parameters: Record<string, string>, language_code = 'en_US') {
  const message = template({ channels: { WHATSAPP: { template_id: 'order_sent', language_code, parameters } } });
  return render(message, 'WHATSAPP', { templates: [{ templateId: 'order_sent', ...words }] });
}

describe('a WhatsApp template with its approved words', () => {
  it('is a card with its values', () => {
    const words = {
      header: { media: 'image' },
      body: 'Hello {{1}}, *order {{2}}* has left.',
      footer: 'Reply STOP',
      buttons: [
        { type: 'quick_reply', text: 'Stop' },
        { type: 'url', text: 'Track', url: 'https://example.com/{{1}}' },
        { type: 'phone_number', text: 'Call', phoneNumber: '+467' },
      ],
    } as const;
    const parameters = whatsappParameters({
      header: { image: { link: PHOTO } },
      body: ['Ada', '17'],
      buttons: [{ quickReply: 'stop' }, { url: 'orders/17' }],
    });
    const rendered = show(words, parameters);
    expect(rendered).toMatchObject({
      type: 'template',
      mode: 'native',
      certainty: 'stated',
      text: 'Hello Ada, *order 17* has left.',
      changes: [],
    });
    expect(rendered.parts).toMatchObject([
      {
        kind: 'card',
        media: { url: PHOTO, media: 'image' },
        description: 'Hello Ada, *order 17* has left.',
        spans: { description: [{ text: 'Hello Ada, ' }, { text: 'order 17', bold: true }, { text: ' has left.' }] },
        footer: 'Reply STOP',
        choices: [
          { type: 'text', title: 'Stop', postback: 'stop', placement: 'joined' },
          { type: 'url', target: 'https://example.com/orders/17' },
          { type: 'call', target: '+467' },
        ],
      },
    ]);
    expect(toSvg(rendered)).toContain('Reply STOP');
  });

  it('has named values, a text header, a place, a code to copy, a form', () => {
    expect(
      show({ header: { text: 'Order {{1}}' }, body: 'Hi {{name}}' }, { 'header[1]text': '17', 'body[1]text': 'Ada' }).parts,
    ).toMatchObject([{ header: 'Order 17', description: 'Hi Ada' }]);
    const named = { 'body[1]parameter_name': 'day', 'body[1]text': 'Monday', 'body[2]parameter_name': 'name', 'body[2]text': 'Ada' };
    expect(show({ body: '{{name}}: {{day}}' }, named).text).toBe('Ada: Monday');
    const place = {
      'header[1]location.name': 'Shop',
      'header[1]location.address': 'Street 1',
      'header[1]location.latitude': '55.6',
      'header[1]location.longitude': '13',
    };
    expect(show({ header: { media: 'location' }, body: 'b' }, place).parts).toMatchObject([
      { kind: 'location', title: 'Shop', label: 'Street 1', latitude: 55.6, longitude: 13 },
      { kind: 'card' },
    ]);
    const buttons = [
      { type: 'copy_code', text: 'Copy' },
      { type: 'flow', text: 'Book' },
    ] as const;
    expect(show({ body: 'b', buttons }, { 'button[0]copy_code[1]coupon_code': 'SALE' }).parts).toMatchObject([
      { choices: [{ type: 'copy_code', target: 'SALE' }, { type: 'flow' }] },
    ]);
  });

  it('has a row of cards', () => {
    const cards = [
      { header: { media: 'image' }, body: 'One {{1}}', buttons: [{ type: 'quick_reply', text: 'A' }] },
      { body: 'Two {{1}}' },
    ] as const;
    const parameters = { 'carousel[0]header[1]image.link': PHOTO, 'carousel[0]body[1]text': 'x', 'carousel[1]body[1]text': 'y' };
    expect(show({ body: 'Look', cards }, parameters).parts).toMatchObject([
      { kind: 'card', description: 'Look' },
      { kind: 'carousel', cards: [{ description: 'One x', media: { url: PHOTO } }, { description: 'Two y' }] },
    ]);
  });

  it('says which value is missing, and leaves its place', () => {
    const rendered = show({ body: 'Hello {{1}} {{2}}' }, { 'body[1]text': 'Ada' });
    expect(rendered.text).toBe('Hello Ada {{2}}');
    expect(rendered.changes).toMatchObject([{ what: expect.stringContaining('{{2}}'), kind: 'changed' }]);
  });

  it('is that of the language and the channel of the message', () => {
    expect(show({ languageCode: 'en-us', body: 'b' }, {}).parts).toMatchObject([{ kind: 'card' }]);
    expect(show({ languageCode: 'sv', body: 'b' }, {}).parts).toMatchObject([{ kind: 'template', templateId: 'order_sent' }]);
    expect(show({ channel: 'KAKAOTALK', body: 'b' }, {}).parts).toMatchObject([{ kind: 'template' }]);
  });

  it('fills the placeholders of KakaoTalk', () => {
    const message = template({ channels: { KAKAOTALK: { template_id: 'alim', parameters: { name: 'Ada' } } } });
    const slot = '#{name}';
    expect(render(message, 'KAKAOTALK', { templates: [{ templateId: 'alim', body: `Hello ${slot}` }] }).text).toBe('Hello Ada');
  });
});
