import type { AppMessage, ConversationChannel, KeyedBy } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { need } from '../internal/need.ts';
import { needChannels } from '../internal/need-by-channel.ts';

/** The channels' own messages: an object, which is written as JSON, or the JSON itself. */
export type ExplicitMessages = { readonly [C in Channel]?: object | string };

/**
 * The message, with the channel's own JSON in its place on some channels. The service passes it on as it is.
 *
 * @param message What the other channels get.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { text, withExplicitMessages } from '@convapi/message-builder';
 *
 * const message = withExplicitMessages(text('See our shop'), {
 *   MESSENGER: { attachment: { type: 'image', payload: { url: 'https://example.com/shop.jpg' } } },
 * });
 * ```
 */
export function withExplicitMessages<T extends AppMessage>(
  message: T,
  explicit: ExplicitMessages,
): T & { explicit_channel_message: KeyedBy<ConversationChannel, string> } {
  need('withExplicitMessages.message', message, 'object', 'a message');
  const texts: KeyedBy<ConversationChannel, string> = { ...message.explicit_channel_message };
  for (const channel of needChannels('withExplicitMessages.explicit', explicit)) {
    const value = explicit[channel];
    if (value === undefined) continue;
    texts[channel] =
      typeof value === 'string'
        ? value
        : JSON.stringify(need(`withExplicitMessages.explicit.${channel}`, value, 'object', 'an object or JSON'));
  }
  return { ...message, explicit_channel_message: texts };
}
