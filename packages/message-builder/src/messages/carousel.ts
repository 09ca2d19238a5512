import type { CarouselMessage, Choice } from '@convapi/core';
import { type CardOptions, toCard } from '../internal/to-card.ts';

/** What a carousel may have beside its cards. */
export interface CarouselOptions {
  /** Choices below the whole carousel. */
  choices?: readonly Choice[] | undefined;
}

/**
 * A message that is a row of cards to swipe through.
 *
 * @param cards The cards in order, each with the options of `card`.
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
export function carousel(cards: readonly CardOptions[], options?: CarouselOptions): { carousel_message: CarouselMessage } {
  const message: CarouselMessage = { cards: cards.map(toCard) };
  if (options?.choices !== undefined) message.choices = options.choices.slice();
  return { carousel_message: message };
}
