import type { AppMessage, ReplyTo } from '@convapi/core';
import { need } from '../internal/need.ts';
import { needFilled } from '../internal/need-filled.ts';

/**
 * The message, quoting one of the contact. WhatsApp only, and only within 96 hours: elsewhere, and later, it goes out without the quote.
 *
 * @param messageId Id of the contact's message in the Conversation API, never WhatsApp's own.
 *
 * @throws {@link MessageError} when it is given what its types forbid, or the id is empty.
 *
 * @example
 * ```ts
 * import { text, withReplyTo } from '@convapi/message-builder';
 *
 * const message = withReplyTo(text('Yes, on Monday.'), '01HVN0B9TQ3F5Z2YQ8W0JK4M6P');
 * ```
 */
export function withReplyTo<T extends AppMessage>(message: T, messageId: string): T & { reply_to: ReplyTo } {
  need('withReplyTo.message', message, 'object', 'a message');
  return { ...message, reply_to: { message_id: needFilled('withReplyTo.messageId', messageId, 'the id of a message of the contact') } };
}
