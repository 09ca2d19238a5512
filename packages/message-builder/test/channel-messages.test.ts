import { describe, expect, it } from 'vitest';
import {
  carousel,
  carouselCommerce,
  commerce,
  flow,
  notificationTemplate,
  orderDetails,
  orderStatus,
  persistent,
  reply,
  templateReference,
  text,
  whatsappParameters,
  withAgent,
  withExplicitMessages,
  withOmniOverrides,
  withReplyTo,
  withSpecificMessages,
} from '../src/index.ts';
import { wireSchema } from './helpers/wire-schema.ts';

const valid = wireSchema('AppMessage');
const url = 'https://example.com/a.jpg';
const product = {
  image: url,
  commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regularPrice: 99_000 },
  buttons: [{ type: 'WL', name: 'Buy', linkMo: url }],
} as const;
const order = { subtotalValue: 9900, taxValue: 0, items: [{ retailerId: 's', name: 'Shoes', amountValue: 9900, quantity: 1 }] };
const payment = { type: 'br', referenceId: 'o', typeOfGoods: 'physical-goods', totalAmountValue: 9900, order } as const;

describe('messages of one channel', () => {
  it.each([
    ['a flow', 'WHATSAPP', flow({ flowId: '1', cta: 'Go' })],
    [
      'a flow with everything',
      'WHATSAPP',
      flow({
        flowId: '1',
        cta: 'Go',
        mode: 'draft',
        token: 't',
        action: 'navigate',
        screen: 'S',
        data: { a: 0 },
        header: 'H',
        body: 'B',
        footer: 'F',
      }),
    ],
    ['a flow with a picture', 'WHATSAPP', flow({ flowId: '1', cta: 'Go', header: { image: url } })],
    ['an order', 'WHATSAPP', orderDetails({ payment, body: 'B', header: { video: url } })],
    [
      'the status of an order',
      'WHATSAPP',
      orderStatus({ payment: { referenceId: 'o', order: { status: 'shipped' } }, header: { document: url } }),
    ],
    [
      'a product',
      'KAKAOTALK',
      commerce({ ...product, text: 'T', coupon: { type: 'FREE_COUPON', title: 'C' }, pushAlarm: false, adult: true }),
    ],
    [
      'products',
      'KAKAOTALK',
      carouselCommerce([product, product], { head: { header: 'H', content: 'C', imageUrl: url }, tail: { linkMo: url } }),
    ],
    ['a notification', 'LINE', notificationTemplate({ templateKey: 'k' })],
    [
      'a notification with everything',
      'LINE',
      notificationTemplate({ templateKey: 'k', emphasized: { key: 'd', content: 'D' }, items: { p: '17' }, buttons: { t: url } }),
    ],
  ])('%s is as the spec says', (_, channel, specific) => {
    const message = withSpecificMessages(text('Hello'), { [channel]: specific });
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
    expect(JSON.parse(JSON.stringify(message))).toStrictEqual(message);
  });

  it('leaves out what was not given', () => {
    expect(flow({ flowId: '1', cta: 'Go' }).message).toStrictEqual({ flow_id: '1', flow_cta: 'Go' });
    expect(commerce(product).message).toStrictEqual({
      image: { image_url: url },
      commerce: { type: 'REGULAR_PRICE_COMMERCE', title: 'Shoes', regular_price: 99_000 },
      buttons: [{ type: 'WL', name: 'Buy', link_mo: url }],
    });
  });

  it('keeps false and empty values', () => {
    expect(commerce({ ...product, pushAlarm: false, text: '' }).message).toMatchObject({ push_alarm: false, additional_content: '' });
    expect(flow({ flowId: '1', cta: 'Go', screen: '' }).message.flow_action_payload).toStrictEqual({ screen: '' });
  });
});

describe('what stands beside a message', () => {
  it('is added to a new message, and to what stands there already', () => {
    const hello = text('Hello');
    const one = withOmniOverrides(hello, { WHATSAPP: text('Hi') });
    const two = withOmniOverrides(one, { KAKAOTALK: templateReference({ templateId: 't', version: '1' }) });
    expect(hello).toStrictEqual({ text_message: { text: 'Hello' } });
    expect(Object.keys(one.explicit_channel_omni_message)).toStrictEqual(['WHATSAPP']);
    expect(Object.keys(two.explicit_channel_omni_message)).toStrictEqual(['WHATSAPP', 'KAKAOTALK']);
    expect(valid(two), JSON.stringify(valid.errors)).toBe(true);
  });

  it('quotes a message of the contact', () => {
    const message = withReplyTo(text('Yes'), '01HVN0B9TQ3F5Z2YQ8W0JK4M6P');
    expect(message).toStrictEqual({ text_message: { text: 'Yes' }, reply_to: { message_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P' } });
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
  });

  it('keeps a choice on RCS, which the service refuses below a carousel', () => {
    const stays = persistent(reply('Yes'));
    expect(stays).toStrictEqual({ text_message: { text: 'Yes' }, display_mode: 'PERSISTENT' });
    const message = carousel([{ title: 'One', choices: [stays] }]);
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
    expect(() => carousel([{ title: 'One' }], { choices: [reply('No'), stays] })).toThrow(
      'carousel.choices[1] has a display mode, which the service refuses below a carousel. Pass the choice without persistent().',
    );
  });

  it('holds specific messages of several channels', () => {
    const one = withSpecificMessages(text('Hello'), { LINE: notificationTemplate({ templateKey: 'k' }) });
    const two = withSpecificMessages(one, { WHATSAPP: flow({ flowId: '1', cta: 'Go' }) });
    expect(Object.keys(two.channel_specific_message)).toStrictEqual(['LINE', 'WHATSAPP']);
  });

  it('writes explicit messages as JSON, and takes JSON as it is', () => {
    const message = withExplicitMessages(withExplicitMessages(text('Hello'), { SMS: '{"a": 1}' }), {
      RCS: { text: 'Hi' },
      LINE: undefined as never,
    });
    expect(message.explicit_channel_message).toStrictEqual({ SMS: '{"a": 1}', RCS: '{"text":"Hi"}' });
    expect(valid(message), JSON.stringify(valid.errors)).toBe(true);
  });

  it('names the agent', () => {
    expect(withAgent(text('Hello'), { name: 'Grace', type: 'HUMAN', picture: url }).agent).toStrictEqual({
      display_name: 'Grace',
      type: 'HUMAN',
      picture_url: url,
    });
    expect(withAgent(text('Hello'), {}).agent).toStrictEqual({});
  });
});

describe('the parameters of a WhatsApp template', () => {
  it('have the keys that the service takes', () => {
    const document = { link: url, filename: 'a.pdf', provider: 'p' };
    const made = whatsappParameters({
      header: { document },
      body: ['Ada', '17'],
      buttons: [{ quickReply: '' }, undefined, { url: 'orders/17' }],
    });
    expect(made).toStrictEqual({
      'header[1]document.link': url,
      'header[1]document.filename': 'a.pdf',
      'header[1]document.provider.name': 'p',
      'body[1]text': 'Ada',
      'body[2]text': '17',
      'button[0]quick_reply[1]payload': '',
      'button[2]url[1]text': 'orders/17',
    });
  });

  it('may be a text, an image or a video in the header, or nothing at all', () => {
    expect(whatsappParameters({ header: 'Hi' })).toStrictEqual({ 'header[1]text': 'Hi' });
    expect(whatsappParameters({ header: { image: { link: url } } })).toStrictEqual({ 'header[1]image.link': url });
    expect(whatsappParameters({ header: { video: { link: url } } })).toStrictEqual({ 'header[1]video.link': url });
    expect(whatsappParameters({})).toStrictEqual({});
  });
});
