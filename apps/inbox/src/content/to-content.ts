import type { CardView, Content } from './content.ts';
import { findCaption } from './find-caption.ts';
import { toChoiceView } from './to-choice-view.ts';
import { toMapUrl } from './to-map-url.ts';
import { toText, toWire, toWires, type Wire } from './wire.ts';

/** Finds a message by the service's id, as wire content. */
export type Lookup = (wireId: string) => Wire | undefined;

/** A contact message or an app message as the page shows it. */
export function toContent(message: Wire, lookup: Lookup): Content {
  for (const [key, read] of Object.entries(READERS)) {
    if (message[key] !== undefined && message[key] !== null) return read(toWire(message[key]), lookup);
  }
  return { kind: 'other', label: labelOf(message), json: JSON.stringify(message, null, 2) };
}

const READERS: Record<string, (body: Wire, lookup: Lookup) => Content> = {
  text_message: (body) => ({ kind: 'text', text: toText(body.text) }),
  choice_response_message: toAnswer,
  reaction_event: ({ emoji, action }) => ({
    kind: 'text',
    text: toText(action) === 'REACTION_ACTION_UNREACT' ? '(reaction taken back)' : toText(emoji) || '(reaction)',
  }),
  media_message: toMedia,
  media_card_message: toMedia,
  location_message: (body) => ({
    kind: 'location',
    title: toText(body.title),
    label: toText(body.label),
    url: toMapUrl(body.coordinates),
  }),
  choice_message: (body) => ({
    kind: 'choices',
    text: toText(toWire(body.text_message).text),
    choices: toWires(body.choices).map(toChoiceView),
  }),
  card_message: (body) => ({ kind: 'cards', cards: [toCard(body)], choices: [] }),
  carousel_message: (body) => ({
    kind: 'cards',
    cards: toWires(body.cards).map(toCard),
    choices: toWires(body.choices).map(toChoiceView),
  }),
};

function toAnswer(body: Wire, lookup: Lookup): Content {
  const messageId = toText(body.message_id);
  const postback = toText(body.postback_data);
  const offer = lookup(messageId);
  const question = offer ? toPreview(toContent(offer, () => undefined)) : '';
  return { kind: 'answer', text: findCaption(offer, messageId, postback), question };
}

function toMedia(body: Wire): Content {
  const url = toText(body.url);
  return { kind: 'media', url, name: toText(body.filename_override) || fileNameOf(url), caption: toText(body.caption) };
}

function toCard(body: Wire): CardView {
  const media = toText(toWire(body.media_message).url);
  return {
    title: toText(body.title),
    description: toText(body.description),
    ...(media === '' ? {} : { media }),
    choices: toWires(body.choices).map(toChoiceView),
  };
}

function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** `product_response_message` reads as "product response": names that are new read well enough too. */
function labelOf(message: Wire): string {
  const key = Object.keys(message).find((name) => name.endsWith('_message'));
  return key === undefined ? 'message' : key.replace(/_message$/, '').replaceAll('_', ' ');
}

/** One line that stands for the message, in lists and quotes. */
export function toPreview(content: Content): string {
  switch (content.kind) {
    case 'text':
    case 'answer':
    case 'choices':
      return content.text;
    case 'media':
      return content.caption || content.name || 'Attachment';
    case 'location':
      return content.title || 'Location';
    case 'cards':
      return content.cards[0]?.title || content.cards[0]?.description || 'Card';
    case 'other':
      return `Unsupported: ${content.label}`;
  }
}
