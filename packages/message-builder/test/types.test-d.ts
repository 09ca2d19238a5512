import type { AppMessage, CardMessage, Choice, OmniMessageOverride, Recipient, TextMessage } from '@convapi/core';
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

const url = 'https://example.com/a.jpg';
const place = { title: 'Shop', latitude: 1, longitude: 2 };
const event = { title: 'a', eventTitle: 'b', eventStart: new Date(0), eventEnd: '2027-03-01T09:00:00Z', fallbackUrl: url };
const omni = { templateId: 't', version: '1' };

// Messages: what must not compile.
// @ts-expect-error a text is needed
text();
// @ts-expect-error a text is a string
text(17);
// @ts-expect-error a URL object is not a string
media(new URL(url));
// @ts-expect-error a media object needs its URL
media({ thumbnailUrl: url });
// @ts-expect-error choices are needed
choice('Which?');
// @ts-expect-error a bare string is no choice
choice('Which?', ['A']);
// @ts-expect-error a choice has one message key
choice('Which?', [{}]);
// @ts-expect-error a choice has only one message key
choice('Which?', [{ ...reply('A'), ...link('B', url) }]);
// @ts-expect-error a message is no choice
choice('Which?', [card({})]);
// @ts-expect-error the wire name is not the option's
choice('Which?', [], { whatsapp_footer: 'F' });
// @ts-expect-error a height that does not exist
card({ height: 'HUGE' });
// @ts-expect-error the wire name is not the option's
card({ media_message: { url } });
// @ts-expect-error cards are given by their options, not as messages
carousel([card({ title: 'One' })]);
// @ts-expect-error the choices stand in an object
carousel([{ title: 'One' }], [reply('A')]);
// @ts-expect-error both coordinates are needed
location({ title: 'Shop', latitude: 1 });
// @ts-expect-error a coordinate is a number
location({ title: 'Shop', latitude: '1', longitude: 2 });
// @ts-expect-error a title is needed
location({ latitude: 1, longitude: 2 });
// @ts-expect-error sections are needed
list({ title: 'L' });
// @ts-expect-error products need a catalogue
list({ title: 'L', sections: [{ items: [{ id: '1', marketplace: 'FACEBOOK' }] }] });
// @ts-expect-error choices do not come from a catalogue
list({ title: 'L', catalogId: 'c', sections: [{ items: [{ title: 'A' }] }] });
// @ts-expect-error a list has one kind of rows
list({ title: 'L', sections: [{ items: [{ title: 'A' }] }, { items: [{ id: '1', marketplace: 'FACEBOOK' }] }] });
// @ts-expect-error a template is needed
template({});
// @ts-expect-error a template for every channel has a version
template({ omni: { templateId: 't' } });
// @ts-expect-error an unknown channel
template({ channels: { FAX: { templateId: 't' } } });
// @ts-expect-error phone numbers are needed
contactInfo({ name: 'Ada' });
// @ts-expect-error a full name is needed
contactInfo({ name: { first_name: 'Ada' }, phoneNumbers: [] });

// Choices: what must not compile.
// @ts-expect-error a link needs its URL
link('Open');
// @ts-expect-error a call needs its number
call('Call');
// @ts-expect-error a number is text, with its +
call('Call', 46701234567);
// @ts-expect-error a page to fall back to is needed
askLocation('Where?');
// @ts-expect-error a postback is text
reply('Yes', { order: 17 });
// @ts-expect-error a pin needs coordinates
pin({ title: 'Shop' });
// @ts-expect-error an end is needed
calendar({ title: 'a', eventTitle: 'b', eventStart: new Date(0), fallbackUrl: url });
// @ts-expect-error milliseconds are no time here
calendar({ ...event, eventStart: 0 });

// Recipients: what must not compile.
// @ts-expect-error an unknown channel
toIdentities({ FAX: '1' });
// @ts-expect-error channels are in capitals
toIdentities({ sms: '1' });
// @ts-expect-error not a channel to send on
toIdentities({ CHANNEL_UNSPECIFIED: '1' });
// @ts-expect-error an unknown channel in a list
toIdentities([{ channel: 'FAX', identity: '1' }]);
// @ts-expect-error an address is text
toIdentities({ SMS: 46701234567 });
// @ts-expect-error an address without a channel
toIdentities('+46701234567');
// @ts-expect-error a contact is named by its id
toContact({ contact_id: '1' });
// @ts-expect-error by id or by addresses, not both
const bothRecipients: Recipient = { ...toContact('1'), ...toIdentities({ SMS: '1' }) };

// One message has one key.
// @ts-expect-error two messages in one
const twoMessages: AppMessage = { ...text('a'), ...card({}) };
// @ts-expect-error a template has another key when it replaces the message of one channel
const templateOverride: OmniMessageOverride = template({ omni });

// What must compile.
const messages: AppMessage[] = [
  text('a'),
  media(url),
  choice('a', [reply('b')]),
  card({}),
  carousel([{}]),
  location(place),
  list({ title: 'L', sections: [] }),
  template({ omni }),
  contactInfo({ name: 'Ada', phoneNumbers: [] }),
];
const overrides: OmniMessageOverride[] = [
  text('a'),
  media(url),
  choice('a', []),
  card({}),
  carousel([]),
  location(place),
  list({ title: 'L', sections: [] }),
  contactInfo({ name: 'Ada', phoneNumbers: [] }),
];
const choices: Choice[] = [reply('a'), link('a', url), call('a', '+1'), pin(place), calendar(event), askLocation('a', url, 'p')];
const recipients: Recipient[] = [toContact('1'), toIdentities({ RCS: '1', SMS: '1' }), toIdentities([{ channel: 'SMS', identity: '1' }])];
const withAgent: AppMessage = { ...text('a'), agent: { display_name: 'Ada' }, explicit_channel_omni_message: { WHATSAPP: media(url) } };
const frozenChoices = [reply('a'), link('b', url)] as const;
const fromFrozen: AppMessage = choice('a', frozenChoices);
const eitherText: string | undefined = Math.random() > 0.5 ? 'a' : undefined;
const withUndefined: AppMessage = card({ title: eitherText, choices: [reply('a', eitherText)] });
const eitherTemplate: typeof omni | undefined = Math.random() > 0.5 ? omni : undefined;
const withEither: AppMessage = template({ omni: eitherTemplate, channels: { WHATSAPP: { templateId: 't' } } });

// The result says which message it is, without narrowing.
const made: TextMessage = text('a').text_message;
const madeCard: CardMessage = card({}).card_message;
const postback: string | undefined = reply('a').postback_data;

export {
  bothRecipients,
  choices,
  fromFrozen,
  made,
  madeCard,
  messages,
  overrides,
  postback,
  recipients,
  templateOverride,
  twoMessages,
  withAgent,
  withEither,
  withUndefined,
};
