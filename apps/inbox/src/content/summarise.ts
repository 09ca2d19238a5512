import { findCaption } from './find-caption.ts';
import { toText, toWire, toWires, type Wire } from './wire.ts';

/** Finds a message by the service's id, as wire content. */
export type Lookup = (wireId: string) => Wire | undefined;

/** A message in one line, for lists and quotes. All of it may come from a stranger. */
export function summarise(message: Wire, lookup: Lookup = () => undefined): string {
  for (const [key, read] of Object.entries(READERS)) {
    if (message[key] !== undefined && message[key] !== null) return read(toWire(message[key]), lookup);
  }
  return `Unsupported: ${labelOf(message)}`;
}

const READERS: Record<string, (body: Wire, lookup: Lookup) => string> = {
  text_message: ({ text }) => toText(text),
  choice_response_message: (body, lookup) => tappedOf(body, lookup),
  reaction_event: ({ emoji, action }) =>
    toText(action) === 'REACTION_ACTION_UNREACT' ? '(reaction taken back)' : toText(emoji) || '(reaction)',
  comment_event: ({ text }) => toText(text) || 'Comment',
  redacted: () => 'Message taken back',
  media_message: ofMedia,
  media_card_message: ofMedia,
  location_message: ({ title }) => toText(title) || 'Location',
  choice_message: (body) => toText(toWire(body.text_message).text) || 'Choices',
  card_message: ofCard,
  carousel_message: (body) => ofCard(toWires(body.cards)[0] ?? {}),
  list_message: ({ title }) => toText(title) || 'List',
  template_message: (body) => `Template ${toText(toWire(body.omni_template).template_id) || firstChannelTemplate(body)}`.trim(),
  contact_info_message: ({ name }) => toText(toWire(name).full_name) || 'Contact',
  product_response_message: (body) => toText(body.title) || countOf(toWires(body.products).length, 'product'),
  channel_specific_message: () => 'Message of the channel',
  fallback_message: (body) => toText(body.raw_message) || 'Message that has no general form',
  unsupported_message: () => 'Message that the service cannot show',
};

/** The caption of what was tapped; the postback, when the message that offered it is not known. */
export function tappedOf(body: Wire, lookup: Lookup): string {
  const messageId = toText(body.message_id);
  return findCaption(lookup(messageId), messageId, toText(body.postback_data));
}

function ofMedia(body: Wire): string {
  return toText(body.caption) || toText(body.filename_override) || fileNameOf(toText(body.url)) || 'Attachment';
}

function ofCard(body: Wire): string {
  return toText(body.title) || toText(body.description) || 'Card';
}

function firstChannelTemplate(body: Wire): string {
  return toText(toWire(Object.values(toWire(body.channel_template))[0]).template_id);
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

export function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** `some_new_message` reads as "some new": names that are new read well enough. */
function labelOf(message: Wire): string {
  const key = Object.keys(message).find((name) => name.endsWith('_message'));
  return key === undefined ? 'message' : key.replace(/_message$/, '').replaceAll('_', ' ');
}
