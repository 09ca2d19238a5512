import type { AppMessage, ConversationChannel, KeyedBy, OmniMessageOverride } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { need } from '../internal/need.ts';
import { needChannels } from '../internal/need-by-channel.ts';

/** Other words by channel. */
export type TextByChannel = { readonly [C in Channel]?: string | undefined };

/**
 * The message with other words on some channels: there it is a plain text.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { choice, reply, withText } from '@convapi/message-builder';
 *
 * const message = withText(choice('Shall we come tomorrow?', [reply('Yes'), reply('No')]), {
 *   SMS: 'Shall we come tomorrow? Answer YES or NO.',
 * });
 * ```
 */
export function withText<T extends AppMessage>(
  message: T,
  texts: TextByChannel,
): T & { explicit_channel_omni_message: KeyedBy<ConversationChannel, OmniMessageOverride> } {
  need('withText.message', message, 'object', 'a message');
  const overrides: KeyedBy<ConversationChannel, OmniMessageOverride> = { ...message.explicit_channel_omni_message };
  for (const channel of needChannels('withText.texts', texts)) {
    const text = texts[channel];
    if (text !== undefined) overrides[channel] = { text_message: { text: need(`withText.texts.${channel}`, text) } };
  }
  return { ...message, explicit_channel_omni_message: overrides };
}
