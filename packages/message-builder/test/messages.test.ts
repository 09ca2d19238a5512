import { describe, expect, it } from 'vitest';
import { card, carousel, choice, contactInfo, link, list, location, media, reply, template, text } from '../src/index.ts';

const url = 'https://example.com/a.jpg';

describe('text', () => {
  it('is the text as given, however odd', () => {
    expect(text('Hi 👋\n*you*')).toStrictEqual({ text_message: { text: 'Hi 👋\n*you*' } });
    expect(text('')).toStrictEqual({ text_message: { text: '' } });
  });
});

describe('media', () => {
  it('takes a URL', () => {
    expect(media(url)).toStrictEqual({ media_message: { url } });
  });

  it('takes an object with preview and file name', () => {
    expect(media({ url, thumbnailUrl: 'https://example.com/t.jpg', filenameOverride: 'a.jpg' })).toStrictEqual({
      media_message: { url, thumbnail_url: 'https://example.com/t.jpg', filename_override: 'a.jpg' },
    });
  });
});

describe('choice', () => {
  it('is a text and its choices in order', () => {
    expect(choice('Which?', [reply('A', 'a'), link('B', url)])).toStrictEqual({
      choice_message: {
        text_message: { text: 'Which?' },
        choices: [{ text_message: { text: 'A' }, postback_data: 'a' }, { url_message: { title: 'B', url } }],
      },
    });
  });

  it('has the WhatsApp footer only when one is given', () => {
    expect(choice('?', [], { whatsappFooter: '' }).choice_message.message_properties).toStrictEqual({ whatsapp_footer: '' });
    expect(choice('?', [], { whatsappFooter: undefined }).choice_message).not.toHaveProperty('message_properties');
  });

  it('does not change when the list it was made from does', () => {
    const choices = [reply('A')];
    const message = choice('?', choices);
    choices.push(reply('B'));
    expect(message.choice_message.choices).toHaveLength(1);
  });
});

describe('card', () => {
  it('puts every option in its wire field', () => {
    const message = card({ title: 'T', description: 'D', media: url, height: 'SHORT', choices: [reply('A')], whatsappHeader: 'H' });
    expect(message).toStrictEqual({
      card_message: {
        title: 'T',
        description: 'D',
        media_message: { url },
        height: 'SHORT',
        choices: [{ text_message: { text: 'A' } }],
        message_properties: { whatsapp_header: 'H' },
      },
    });
  });

  it('leaves no key for what is undefined', () => {
    const options = {
      title: 'T',
      description: undefined,
      media: undefined,
      height: undefined,
      choices: undefined,
      whatsappHeader: undefined,
    };
    expect(card(options)).toStrictEqual({ card_message: { title: 'T' } });
  });

  it('keeps empty texts and empty lists, which are values', () => {
    expect(card({ title: '', choices: [] })).toStrictEqual({ card_message: { title: '', choices: [] } });
  });
});

describe('carousel', () => {
  it('makes its cards from the options of card', () => {
    const options = { title: 'One', media: { url }, choices: [reply('A')] };
    expect(carousel([options, { description: 'Two' }])).toStrictEqual({
      carousel_message: { cards: [card(options).card_message, { description: 'Two' }] },
    });
  });

  it('has choices of its own only when they are given', () => {
    expect(carousel([], { choices: [reply('None')] }).carousel_message.choices).toStrictEqual([{ text_message: { text: 'None' } }]);
    expect(carousel([], {})).toStrictEqual({ carousel_message: { cards: [] } });
  });
});

describe('location', () => {
  it('puts the coordinates below one key', () => {
    expect(location({ title: 'Shop', latitude: 59.33, longitude: -18, label: 'Street 1' })).toStrictEqual({
      location_message: { title: 'Shop', coordinates: { latitude: 59.33, longitude: -18 }, label: 'Street 1' },
    });
  });

  it('takes 0, and leaves no key for a missing label', () => {
    expect(location({ title: 'Null Island', latitude: 0, longitude: 0, label: undefined })).toStrictEqual({
      location_message: { title: 'Null Island', coordinates: { latitude: 0, longitude: 0 } },
    });
  });
});

describe('list', () => {
  it('makes rows of choices', () => {
    const items = [{ title: 'A', description: 'first', media: url, postback: 'a' }, { title: 'B' }];
    expect(
      list({ title: 'L', description: 'D', media: url, menu: 'Open', whatsappHeader: 'H', sections: [{ title: 'S', items }] }),
    ).toStrictEqual({
      list_message: {
        title: 'L',
        description: 'D',
        media: { url },
        sections: [
          {
            title: 'S',
            items: [{ choice: { title: 'A', description: 'first', media: { url }, postback_data: 'a' } }, { choice: { title: 'B' } }],
          },
        ],
        message_properties: { menu: 'Open', whatsapp_header: 'H' },
      },
    });
  });

  it('makes rows of products when there is a catalogue', () => {
    expect(list({ title: 'L', catalogId: 'c-1', sections: [{ items: [{ id: '7', marketplace: 'FACEBOOK' }] }] })).toStrictEqual({
      list_message: {
        title: 'L',
        sections: [{ items: [{ product: { id: '7', marketplace: 'FACEBOOK' } }] }],
        message_properties: { catalog_id: 'c-1' },
      },
    });
  });

  it('sends only what counts of a product from an inbound order', () => {
    const ordered = { id: '7', marketplace: 'FACEBOOK', quantity: 2, item_price: 9.5, currency: 'EUR' };
    const message = list({ title: 'L', catalogId: 'c-1', sections: [{ items: [ordered] }] });
    expect(message.list_message.sections[0]?.items).toStrictEqual([{ product: { id: '7', marketplace: 'FACEBOOK' } }]);
  });

  it('leaves no key for what is not given', () => {
    expect(list({ title: 'L', sections: [{ items: [{ title: 'A' }] }] })).toStrictEqual({
      list_message: { title: 'L', sections: [{ items: [{ choice: { title: 'A' } }] }] },
    });
  });
});

describe('template', () => {
  const omni = { templateId: 't', version: '1', parameters: { first_name: 'Ada' } };
  const channels = { WHATSAPP: { templateId: 'hello', languageCode: 'en_US' } };
  const omni_template = { template_id: 't', version: '1', parameters: { first_name: 'Ada' } };
  const channel_template = { WHATSAPP: { template_id: 'hello', language_code: 'en_US' } };

  it('is one template for every channel', () => {
    expect(template({ omni, channels: undefined })).toStrictEqual({ template_message: { omni_template } });
  });

  it('is a template per channel', () => {
    expect(template({ channels })).toStrictEqual({ template_message: { channel_template } });
  });

  it('is both', () => {
    expect(template({ omni, channels })).toStrictEqual({ template_message: { omni_template, channel_template } });
  });
});

describe('contactInfo', () => {
  it('takes bare values', () => {
    const message = contactInfo({ name: 'Ada', phoneNumbers: ['+46701'], emailAddresses: ['a@b.se'], urls: [url], birthday: '1815-12-10' });
    expect(message).toStrictEqual({
      contact_info_message: {
        name: { full_name: 'Ada' },
        phone_numbers: [{ phone_number: '+46701' }],
        email_addresses: [{ email_address: 'a@b.se' }],
        urls: [{ url }],
        birthday: '1815-12-10',
      },
    });
  });

  it('takes objects', () => {
    const wire = {
      name: { full_name: 'Ada Lovelace', last_name: 'Lovelace' },
      phone_numbers: [{ phone_number: '+46701', type: 'WORK' }],
      email_addresses: [{ email_address: 'a@b.se', type: 'WORK' }],
      addresses: [{ city: 'Stockholm' }],
      urls: [{ url, type: 'WORK' }],
      organization: { company: 'C' },
    };
    const message = contactInfo({
      name: { fullName: 'Ada Lovelace', lastName: 'Lovelace' },
      phoneNumbers: [{ phoneNumber: '+46701', type: 'WORK' }],
      emailAddresses: [{ emailAddress: 'a@b.se', type: 'WORK' }],
      addresses: wire.addresses,
      urls: wire.urls,
      organization: wire.organization,
    });
    expect(message).toStrictEqual({ contact_info_message: wire });
  });

  it('leaves no key for what is undefined', () => {
    const nothing = { emailAddresses: undefined, addresses: undefined, urls: undefined, organization: undefined, birthday: undefined };
    expect(contactInfo({ name: 'Ada', phoneNumbers: ['1'], ...nothing })).toStrictEqual({
      contact_info_message: { name: { full_name: 'Ada' }, phone_numbers: [{ phone_number: '1' }] },
    });
  });
});

describe('every message', () => {
  it('is new on each call, and takes frozen options', () => {
    const options = Object.freeze({ title: 'T', choices: Object.freeze([reply('A')]) });
    expect(card(options)).not.toBe(card(options));
    expect(card(options).card_message.choices).not.toBe(options.choices);
    expect(carousel(Object.freeze([options])).carousel_message.cards).toHaveLength(1);
  });
});
