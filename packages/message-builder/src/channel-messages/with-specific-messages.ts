import type {
  AppMessage,
  ChannelSpecificMessage,
  ChannelSpecificMessageCarouselCommerce,
  ChannelSpecificMessageCommerce,
  ChannelSpecificMessageFlows,
  ChannelSpecificMessageNotificationMessageTemplate,
  ChannelSpecificMessageOrderDetails,
  ChannelSpecificMessageOrderStatus,
  ConversationChannel,
  KeyedBy,
} from '@convapi/core';
import { need } from '../internal/need.ts';
import { needByChannel } from '../internal/need-by-channel.ts';

/** Messages that only one channel has, by that channel. */
export interface SpecificMessages {
  /** Made with `flow`, `orderDetails` or `orderStatus`. */
  WHATSAPP?: ChannelSpecificMessageFlows | ChannelSpecificMessageOrderDetails | ChannelSpecificMessageOrderStatus;
  /** Made with `commerce` or `carouselCommerce`. */
  KAKAOTALK?: ChannelSpecificMessageCommerce | ChannelSpecificMessageCarouselCommerce;
  /** Made with `notificationTemplate`. */
  LINE?: ChannelSpecificMessageNotificationMessageTemplate;
}

/**
 * The message, with another one in its place on a channel that has more to offer. A kind that a channel lacks does not compile.
 *
 * @param message What the other channels get.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { flow, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('Book a table: https://example.com/book'), {
 *   WHATSAPP: flow({ flowId: '1234567890', cta: 'Book a table', body: 'When will you come?' }),
 * });
 * ```
 */
export function withSpecificMessages<T extends AppMessage>(
  message: T,
  specific: SpecificMessages,
): T & { channel_specific_message: KeyedBy<ConversationChannel, ChannelSpecificMessage> } {
  need('withSpecificMessages.message', message, 'object', 'a message');
  needByChannel('withSpecificMessages.specific', specific, ['WHATSAPP', 'KAKAOTALK', 'LINE']);
  return { ...message, channel_specific_message: { ...message.channel_specific_message, ...specific } };
}
