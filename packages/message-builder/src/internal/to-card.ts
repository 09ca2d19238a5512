import type { CardHeight, CardMessage, Choice } from '@convapi/core';
import { type MediaSource, toMedia } from './to-media.ts';

/** What a card shows. Everything is optional. */
export interface CardOptions {
  /** Heading of the card. */
  title?: string | undefined;
  /** Text under the title. */
  description?: string | undefined;
  /** Picture or video, by URL. */
  media?: MediaSource | undefined;
  /** Height of the card, on channels that can choose it. */
  height?: CardHeight | undefined;
  /** Buttons under the card. */
  choices?: readonly Choice[] | undefined;
  /** Header of the WhatsApp message that a card without media becomes. Ignored on other channels. */
  whatsappHeader?: string | undefined;
}

/** The wire form of a card, without keys for what was left out. */
export function toCard(options: CardOptions): CardMessage {
  const card: CardMessage = {};
  if (options.title !== undefined) card.title = options.title;
  if (options.description !== undefined) card.description = options.description;
  if (options.media !== undefined) card.media_message = toMedia(options.media);
  if (options.height !== undefined) card.height = options.height;
  if (options.choices !== undefined) card.choices = options.choices.slice();
  if (options.whatsappHeader !== undefined) card.message_properties = { whatsapp_header: options.whatsappHeader };
  return card;
}
