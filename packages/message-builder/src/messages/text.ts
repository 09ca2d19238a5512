import type { TextMessage } from '@convapi/core';

/**
 * A message of plain text.
 *
 * @example
 * ```ts
 * import { text } from '@convapi/message-builder';
 *
 * const message = text('Your order is on its way.');
 * ```
 */
export function text(text: string): { text_message: TextMessage } {
  return { text_message: { text } };
}
