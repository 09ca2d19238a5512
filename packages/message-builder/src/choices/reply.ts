import type { TextMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { withPostback } from '../internal/with-postback.ts';

/**
 * A choice that sends its text as a reply.
 *
 * @param postback Comes back when it is tapped. Default: made by the service from the message id and the text.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { reply } from '@convapi/message-builder';
 *
 * const yes = reply('Yes, please', 'confirm-17');
 * ```
 */
export function reply(text: string, postback?: string): { text_message: TextMessage; postback_data?: string } {
  return withPostback('reply', { text_message: { text: need('reply.text', text) } }, postback);
}
