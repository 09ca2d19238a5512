import type { AppMessage } from '@convapi/core';

/** What kind of message is written. */
export const KINDS = ['text', 'media', 'choice', 'card', 'carousel', 'list', 'location', 'template', 'contact', 'JSON'] as const;

export type Kind = (typeof KINDS)[number];

export interface ChoiceDraft {
  kind: 'reply' | 'link' | 'call' | 'place';
  text: string;
  /** Postback, address or number; of a place its coordinates. */
  value: string;
}

export interface CardDraft {
  title: string;
  description: string;
  mediaUrl: string;
  choices: readonly ChoiceDraft[];
}

export interface ListItemDraft {
  title: string;
  description: string;
  postback: string;
}

/** What is in the fields: of every kind, so that changing the kind loses nothing. */
export interface Draft {
  kind: Kind;
  text: string;
  mediaUrl: string;
  choiceText: string;
  choices: readonly ChoiceDraft[];
  card: CardDraft;
  cards: readonly CardDraft[];
  list: { title: string; description: string; menu: string; section: string; items: readonly ListItemDraft[] };
  place: { title: string; label: string; latitude: string; longitude: string };
  template: { id: string; version: string; language: string; parameters: string };
  contact: { name: string; phone: string; company: string };
  json: string;
}

export const EMPTY_CHOICE: ChoiceDraft = { kind: 'reply', text: '', value: '' };
export const EMPTY_CARD: CardDraft = { title: '', description: '', mediaUrl: '', choices: [] };
export const EMPTY_ITEM: ListItemDraft = { title: '', description: '', postback: '' };

export const FIRST_DRAFT: Draft = {
  kind: 'card',
  text: 'Hello from the emulator.',
  mediaUrl: 'https://example.com/parcel.jpg',
  choiceText: 'Shall we come tomorrow?',
  choices: [
    { kind: 'reply', text: 'Yes', value: 'yes' },
    { kind: 'reply', text: 'No', value: 'no' },
  ],
  card: {
    title: 'Order 17',
    description: 'Your parcel is on its way.',
    mediaUrl: 'https://example.com/parcel.jpg',
    choices: [
      { kind: 'reply', text: 'Track it', value: 'track-17' },
      { kind: 'link', text: 'Details', value: 'https://example.com/orders/17' },
    ],
  },
  cards: [
    { title: 'Morning', description: '8 to 12', mediaUrl: '', choices: [{ kind: 'reply', text: 'Take it', value: 'morning' }] },
    { title: 'Evening', description: '17 to 21', mediaUrl: '', choices: [{ kind: 'reply', text: 'Take it', value: 'evening' }] },
  ],
  list: {
    title: 'Where do you want it?',
    description: 'Choose a place.',
    menu: 'Places',
    section: 'Near you',
    items: [
      { title: 'At home', description: 'We ring twice', postback: 'home' },
      { title: 'At the shop', description: 'Open until nine', postback: 'shop' },
    ],
  },
  place: { title: 'Our shop', label: 'Stortorget 1', latitude: '55.605', longitude: '13.003' },
  template: { id: '', version: '1', language: 'en', parameters: '{}' },
  contact: { name: 'Anna Andersson', phone: '+46700000001', company: '' },
  json: '{\n  "text_message": { "text": "Hello" }\n}',
};

/** The message that the fields say; a sentence where they cannot be read. */
export function toMessage(draft: Draft): { message: AppMessage } | { problem: string } {
  try {
    return { message: TO_MESSAGE[draft.kind](draft) as unknown as AppMessage };
  } catch (error) {
    return { problem: `This is no JSON. ${(error as Error).message}` };
  }
}

const TO_MESSAGE: Readonly<Record<Kind, (draft: Draft) => object>> = {
  text: ({ text }) => ({ text_message: { text } }),
  media: ({ mediaUrl }) => ({ media_message: { url: mediaUrl } }),
  choice: ({ choiceText, choices }) => ({ choice_message: { text_message: { text: choiceText }, choices: choices.map(toChoice) } }),
  card: ({ card }) => ({ card_message: toCard(card) }),
  carousel: ({ cards }) => ({ carousel_message: { cards: cards.map(toCard) } }),
  list: ({ list }) => ({
    list_message: {
      title: list.title,
      ...(list.description === '' ? {} : { description: list.description }),
      message_properties: { menu: list.menu },
      sections: [
        {
          title: list.section,
          items: list.items.map(({ title, description, postback }) => ({
            choice: { title, ...(description === '' ? {} : { description }), ...(postback === '' ? {} : { postback_data: postback }) },
          })),
        },
      ],
    },
  }),
  location: ({ place }) => ({
    location_message: {
      title: place.title,
      ...(place.label === '' ? {} : { label: place.label }),
      coordinates: { latitude: Number(place.latitude), longitude: Number(place.longitude) },
    },
  }),
  template: ({ template }) => ({
    template_message: {
      omni_template: {
        template_id: template.id,
        version: template.version,
        language_code: template.language,
        parameters: JSON.parse(template.parameters || '{}'),
      },
    },
  }),
  contact: ({ contact }) => ({
    contact_info_message: {
      name: { full_name: contact.name },
      phone_numbers: [{ phone_number: contact.phone }],
      ...(contact.company === '' ? {} : { organization: { company: contact.company } }),
    },
  }),
  JSON: ({ json }) => JSON.parse(json),
};

function toCard({ title, description, mediaUrl, choices }: CardDraft): object {
  return {
    title,
    ...(description === '' ? {} : { description }),
    ...(mediaUrl === '' ? {} : { media_message: { url: mediaUrl } }),
    choices: choices.map(toChoice),
  };
}

function toChoice({ kind, text, value }: ChoiceDraft): object {
  if (kind === 'link') return { url_message: { title: text, url: value } };
  if (kind === 'call') return { call_message: { title: text, phone_number: value } };
  if (kind === 'place') {
    const [latitude = 0, longitude = 0] = value.split(',').map(Number);
    return { location_message: { title: text, coordinates: { latitude, longitude } } };
  }
  return { text_message: { text }, ...(value === '' ? {} : { postback_data: value }) };
}
