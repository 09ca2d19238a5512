import { describe, expect, it } from 'vitest';
import {
  askLocation,
  calendar,
  call,
  card,
  carousel,
  choice,
  contactInfo,
  link,
  list,
  location,
  media,
  pin,
  reply,
  template,
  text,
  toContact,
  toIdentities,
} from '../src/index.ts';
import { wireSchema } from './helpers/wire-schema.ts';

const file = { url: 'https://example.com/a.jpg', thumbnailUrl: 'https://example.com/t.jpg', filenameOverride: 'a.jpg' };
const place = { title: 'Shop', label: 'Main street 1', latitude: 59.33, longitude: 18.06 };
const event = {
  title: 'Add',
  eventTitle: 'Dentist',
  eventDescription: 'Bring the form',
  eventStart: new Date(Date.UTC(2027, 2, 1, 9)),
  eventEnd: '2027-03-01T10:30:00+01:00',
  fallbackUrl: 'https://example.com/event',
};

const choices = {
  reply: reply('Yes', 'yes'),
  link: link('Terms', 'https://example.com/terms', 'terms'),
  call: call('Call', '+46701234567', 'call'),
  pin: pin(place, 'pin'),
  calendar: calendar(event, 'event'),
  askLocation: askLocation('Where?', 'https://example.com/where', 'where'),
};
const all = Object.values(choices);
const fullCard = { title: 'T', description: 'D', media: file, height: 'TALL', choices: all, whatsappHeader: 'H' } as const;
const channels = { WHATSAPP: { templateId: 'hello', languageCode: 'en_US', version: '1', parameters: { 'body[1]text': 'Ada' } } };
const omni = { templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2', languageCode: 'en-US', parameters: { name: 'Ada' } };

/** The messages that also may stand in `explicit_channel_omni_message`. */
const generic = {
  text: text('Hello'),
  media: media(file),
  'media by URL': media('https://example.com/a.jpg'),
  choice: choice('Which?', all, { whatsappFooter: 'F' }),
  'smallest choice': choice('Which?', [reply('A')]),
  card: card(fullCard),
  'empty card': card({}),
  carousel: carousel([fullCard, { title: 'Two' }], { choices: all.slice(0, 3) }),
  'smallest carousel': carousel([{ title: 'One' }]),
  location: location(place),
  'list of choices': list({
    title: 'L',
    description: 'D',
    media: file,
    menu: 'M',
    whatsappHeader: 'H',
    sections: [{ title: 'S', items: [{ title: 'A', description: 'B', media: file, postback: 'a' }] }],
  }),
  'list of products': list({ title: 'L', catalogId: 'c', sections: [{ items: [{ id: '1', marketplace: 'FACEBOOK' }] }] }),
  'contact info': contactInfo({
    name: { fullName: 'Ada Lovelace', firstName: 'Ada', middleName: 'B', lastName: 'Lovelace', prefix: 'Dr.', suffix: 'Jr.' },
    phoneNumbers: ['+46701234567', { phoneNumber: '+46701234568', type: 'WORK' }],
    emailAddresses: ['ada@example.com', { emailAddress: 'a@example.com', type: 'HOME' }],
    addresses: [{ city: 'Stockholm', country: 'Sweden', countryCode: 'SE', state: 'S', type: 'HOME', zip: '11122' }],
    urls: ['https://example.com', { url: 'https://example.org', type: 'WORK' }],
    organization: { company: 'C', department: 'D', title: 'T' },
    birthday: '1815-12-10',
  }),
  'smallest contact info': contactInfo({ name: 'Ada', phoneNumbers: ['+46701234567'] }),
};
const templates = {
  'template for every channel': template({ omni }),
  'template for one channel': template({ channels }),
  'templates of both kinds': template({ omni, channels }),
};

describe('against the spec', () => {
  const validMessage = wireSchema('AppMessage');
  const validOverride = wireSchema('OmniMessageOverride');
  const validChoice = wireSchema('Choice');
  const validRecipient = wireSchema('Recipient');

  it.each(Object.entries({ ...generic, ...templates }))('%s is an AppMessage, before and after JSON', (_, message) => {
    expect(validMessage(message), JSON.stringify(validMessage.errors)).toBe(true);
    expect(JSON.parse(JSON.stringify(message))).toStrictEqual(message);
  });

  it.each(Object.entries(generic))('%s may replace the message of one channel', (_, message) => {
    expect(validOverride(message), JSON.stringify(validOverride.errors)).toBe(true);
  });

  it.each(Object.entries(choices))('%s is a Choice, before and after JSON', (_, made) => {
    expect(validChoice(made), JSON.stringify(validChoice.errors)).toBe(true);
    expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made);
  });

  it.each([
    ['a contact', toContact('01HVN0B9TQ3F5Z2YQ8W0JK4M6P')],
    ['identities by channel', toIdentities({ RCS: '+46701234567', SMS: '+46701234567' })],
    ['a list of identities', toIdentities([{ channel: 'SMS', identity: '+46701234567' }])],
  ])('%s is a Recipient', (_, recipient) => {
    expect(validRecipient(recipient), JSON.stringify(validRecipient.errors)).toBe(true);
  });

  it('notices a field that the spec does not have', () => {
    expect(validMessage({ card_message: { headline: 'T' } })).toBe(false);
    expect(validMessage({ ...text('a'), ...card({}) })).toBe(false);
    expect(validChoice({ ...reply('a'), postback: 'a' })).toBe(false);
  });

  it('takes a message with the keys that stand beside it', () => {
    const message = {
      ...text('Hello'),
      agent: { display_name: 'Ada', type: 'HUMAN' },
      explicit_channel_omni_message: { WHATSAPP: card({}) },
    };
    expect(validMessage(message), JSON.stringify(validMessage.errors)).toBe(true);
  });
});
