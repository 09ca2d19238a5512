import type { TextMessage } from '@convapi/core';
import { need } from '../internal/need.ts';

/**
 * A message of plain text.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { text } from '@convapi/message-builder';
 *
 * const message = text('Your order is on its way.');
 * ```
 */
export function text(text: string): { text_message: TextMessage } {
  return { text_message: { text: need('text.text', text) } };
}
