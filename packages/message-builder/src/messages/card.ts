import type { CardMessage } from '@convapi/core';
import { type CardOptions, toCard } from '../internal/to-card.ts';

/**
 * A message that is one card: title, text, picture or video, and choices.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { card, reply } from '@convapi/message-builder';
 *
 * const message = card({
 *   title: 'Order 17',
 *   media: 'https://example.com/order-17.jpg',
 *   choices: [reply('Track', 'track-17')],
 * });
 * ```
 */
export function card(options: CardOptions): { card_message: CardMessage } {
  return { card_message: toCard('card', options) };
}
