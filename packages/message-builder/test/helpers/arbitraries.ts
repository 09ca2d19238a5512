import { type AppMessage, CHANNELS, type Choice, type Recipient, type SendMessageRequest } from '@convapi/core';
import fc from 'fast-check';
import {
  askLocation,
  type CardOptions,
  calendar,
  call,
  card,
  carousel,
  choice,
  contactInfo,
  flow,
  link,
  list,
  location,
  media,
  pin,
  reply,
  send,
  template,
  text,
  whatsappParameters,
  withAgent,
  withExplicitMessages,
  withOmniOverrides,
  withSpecificMessages,
} from '../../src/index.ts';

const string = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 40 }));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const url = fc.webUrl();
const file = fc.oneof(url, fc.record({ url, thumbnailUrl: url, filenameOverride: string }));
const degrees = fc.double({ noNaN: true, noDefaultInfinity: true });
const place = fc.record({ title: string, latitude: degrees, longitude: degrees, label: maybe(string) });
const phone = fc.integer({ min: 10_000_000, max: 99_999_999 }).map((number) => `+46${number}`);
const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
const day = moment.map((date) => date.toISOString().slice(0, 10));
const event = fc.record({
  title: string,
  eventTitle: string,
  eventDescription: maybe(string),
  eventStart: moment,
  eventEnd: moment,
  fallbackUrl: url,
});

const someChoice: fc.Arbitrary<Choice> = fc.oneof(
  fc.tuple(string, maybe(string)).map((all) => reply(...all)),
  fc.tuple(string, url, maybe(string)).map((all) => link(...all)),
  fc.tuple(string, phone, maybe(string)).map((all) => call(...all)),
  fc.tuple(string, url, maybe(string)).map((all) => askLocation(...all)),
  fc.tuple(place, maybe(string)).map((all) => pin(...all)),
  fc.tuple(event, maybe(string)).map((all) => calendar(...all)),
);
const choices = fc.array(someChoice, { maxLength: 10 });

const someCard: fc.Arbitrary<CardOptions> = fc.record({
  title: maybe(string),
  description: maybe(string),
  media: maybe(file),
  height: maybe(fc.constantFrom('UNSPECIFIED_HEIGHT', 'SHORT', 'MEDIUM', 'TALL')),
  choices: maybe(choices),
  whatsappHeader: maybe(string),
});

const row = fc.record({ title: string, description: maybe(string), media: maybe(file), postback: maybe(string) });
const product = fc.record({ id: string, marketplace: string });
const texts = { title: string, description: maybe(string), media: maybe(file), menu: maybe(string), whatsappHeader: maybe(string) };
const sectionsOf = <T>(item: fc.Arbitrary<T>) =>
  fc.array(fc.record({ title: maybe(string), items: fc.array(item, { maxLength: 4 }) }), { maxLength: 4 });
const someList = fc.oneof(
  fc.record({ ...texts, sections: sectionsOf(row) }).map((options) => list(options)),
  fc.record({ ...texts, catalogId: string, sections: sectionsOf(product) }).map((options) => list(options)),
);

const contact = fc
  .record({
    name: string,
    phoneNumbers: fc.array(fc.oneof(phone, fc.record({ phoneNumber: phone, type: string })), { maxLength: 3 }),
    emailAddresses: maybe(fc.array(string, { maxLength: 2 })),
    addresses: maybe(fc.array(fc.record({ city: string, countryCode: string }), { maxLength: 2 })),
    urls: maybe(fc.array(url, { maxLength: 2 })),
    organization: maybe(fc.record({ company: string })),
    birthday: maybe(day),
  })
  .map((options) => contactInfo(options));

const button = fc.oneof(fc.record({ quickReply: string }), fc.record({ url: string }));
const parameters = fc
  .record({
    header: maybe(string),
    body: maybe(fc.array(string, { maxLength: 3 })),
    buttons: maybe(fc.array(maybe(button), { maxLength: 3 })),
  })
  .map((options) => whatsappParameters(options));
const omni = fc.record({
  templateId: string,
  version: string,
  parameters: fc.dictionary(string, string, { maxKeys: 3, noNullPrototype: true }),
});
const channels = fc.record({ templateId: string, languageCode: string, parameters }).map((WHATSAPP) => ({ WHATSAPP }));

/** The messages that may stand in for another one, too. */
const generic = fc.oneof(
  string.map((one) => text(one)),
  file.map((one) => media(one)),
  fc.tuple(string, choices, fc.record({ whatsappFooter: maybe(string) })).map((all) => choice(...all)),
  someCard.map((one) => card(one)),
  fc
    .tuple(fc.array(someCard, { maxLength: 10 }), fc.record({ choices: maybe(fc.array(someChoice, { maxLength: 3 })) }))
    .map((all) => carousel(...all)),
  place.map((one) => location(one)),
  someList,
  contact,
);

const cta = fc.string({ maxLength: 20 });
const someFlow = fc
  .record({ flowId: string, cta, header: maybe(string), body: maybe(string), footer: maybe(string), screen: maybe(string) })
  .map((options) => flow(options));

/** Any message that a builder can make. */
export const anyMessage: fc.Arbitrary<AppMessage> = fc.oneof(
  { weight: 6, arbitrary: generic },
  fc.record({ omni, channels: maybe(channels) }).map((options) => template(options)),
  channels.map((one) => template({ channels: one })),
  fc.tuple(generic, generic).map(([one, other]) => withOmniOverrides(one, { WHATSAPP: other })),
  fc.tuple(generic, someFlow).map(([one, other]) => withSpecificMessages(one, { WHATSAPP: other })),
  fc
    .tuple(generic, fc.record({ name: maybe(string), type: maybe(fc.constantFrom('HUMAN', 'BOT')) }))
    .map(([one, agent]) => withAgent(one, agent)),
  fc
    .tuple(generic, fc.dictionary(string, string, { maxKeys: 3, noNullPrototype: true }))
    .map(([one, other]) => withExplicitMessages(one, { RCS: other })),
);

const recipient: fc.Arbitrary<Recipient> = fc.oneof(
  string.map((contact_id) => ({ contact_id })),
  fc.array(fc.record({ channel: fc.constantFrom(...CHANNELS), identity: phone }), { minLength: 1, maxLength: 3 }).map((list) => ({
    identified_by: { channel_identities: list },
  })),
);

/** Any request that `send` can make. */
export const anyRequest: fc.Arbitrary<SendMessageRequest> = fc
  .record({
    appId: fc.constant('01HVN0B9TQ3F5Z2YQ8W0JK4M6P'),
    to: recipient,
    message: anyMessage,
    channels: maybe(fc.array(fc.constantFrom(...CHANNELS), { maxLength: 3 })),
    ttl: maybe(fc.integer({ min: 3, max: 315_576_000_000 })),
    metadata: maybe(string),
    correlationId: maybe(string),
    conversationMetadata: maybe(fc.dictionary(string, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3, noNullPrototype: true })),
    properties: maybe(fc.record({ SMS_SENDER: maybe(string), SMS_FLASH_MESSAGE: maybe(fc.boolean()) })),
    queue: maybe(fc.constantFrom('NORMAL_PRIORITY', 'HIGH_PRIORITY')),
    callbackUrl: maybe(url),
  })
  .map((options) => send(options));

/** The same with one value somewhere in it replaced, or left out. */
export function broken(made: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  return fc.tuple(made, fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined))).map(([one, at, value]) => {
    const copy = JSON.parse(JSON.stringify(one));
    const places = placesIn(copy);
    const place = places[at % places.length];
    if (place === undefined) return copy;
    if (value === undefined && !Array.isArray(place.parent)) delete place.parent[place.key];
    else place.parent[place.key] = value;
    return JSON.parse(JSON.stringify(copy));
  });
}

interface Place {
  parent: Record<string, unknown>;
  key: string;
}

function placesIn(parent: unknown): Place[] {
  if (typeof parent !== 'object' || parent === null) return [];
  const fields = parent as Record<string, unknown>;
  return Object.keys(fields).flatMap((key) => [{ parent: fields, key }, ...placesIn(fields[key])]);
}
