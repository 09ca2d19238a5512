import type { CarouselMessage, Choice } from '@convapi/core';
import { type Maybe, present } from '../internal/maybe.ts';
import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import { type CardOptions, toCard } from '../internal/to-card.ts';
import { toChoices } from '../internal/to-choices.ts';
import { type Fields, toWire } from '../internal/to-wire.ts';

/** What a carousel may have beside its cards. */
export interface CarouselOptions {
  /** Choices below the whole carousel. */
  choices?: readonly Maybe<Choice>[] | undefined;
}

const FIELDS: Fields<CarouselOptions, CarouselMessage> = {
  choices(carousel, choices, path) {
    carousel.choices = toChoices(path, choices);
    const at = carousel.choices.findIndex(({ display_mode: mode }) => mode !== undefined);
    if (at >= 0)
      refuse(`${path}[${at}]`, 'has a display mode, which the service refuses below a carousel', 'Pass the choice without persistent().');
  },
};

/**
 * A message that is a row of cards to swipe through.
 *
 * @param cards The cards in order, each with the options of `card`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { carousel, reply } from '@convapi/message-builder';
 *
 * const message = carousel(
 *   [
 *     { title: 'Red', media: 'https://example.com/red.jpg', choices: [reply('Take red', 'red')] },
 *     { title: 'Blue', media: 'https://example.com/blue.jpg', choices: [reply('Take blue', 'blue')] },
 *   ],
 *   { choices: [reply('None of these', 'none')] },
 * );
 * ```
 */
export function carousel(cards: readonly Maybe<CardOptions>[], options: CarouselOptions = {}): { carousel_message: CarouselMessage } {
  const made = present(need('carousel.cards', cards, 'list')).map((card, at) => toCard(`carousel.cards[${at}]`, card));
  return { carousel_message: toWire('carousel', options, FIELDS, { cards: made }) };
}
