import type { CardHeight, CardMessage, Choice } from '@convapi/core';
import type { Maybe } from './maybe.ts';
import { need } from './need.ts';
import { toChoices } from './to-choices.ts';
import { type MediaSource, toMedia } from './to-media.ts';
import { type Fields, toWire } from './to-wire.ts';

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
  choices?: readonly Maybe<Choice>[] | undefined;
  /** Header of the WhatsApp message that a card without media becomes. Ignored on other channels. */
  whatsappHeader?: string | undefined;
}

const FIELDS: Fields<CardOptions, CardMessage> = {
  title(card, title, path) {
    card.title = need(path, title);
  },
  description(card, description, path) {
    card.description = need(path, description);
  },
  media(card, media, path) {
    card.media_message = toMedia(path, media);
  },
  height(card, height, path) {
    card.height = need(path, height);
  },
  choices(card, choices, path) {
    card.choices = toChoices(path, choices);
  },
  whatsappHeader(card, header, path) {
    card.message_properties = { whatsapp_header: need(path, header) };
  },
};

/** The wire form of a card, without keys for what was left out. */
export function toCard(builder: string, options: CardOptions): CardMessage {
  return toWire(builder, options, FIELDS, {});
}
