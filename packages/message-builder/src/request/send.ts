import type {
  AppMessage,
  ConversationMetadataUpdateStrategy,
  MessageQueue,
  ProcessingStrategy,
  Recipient,
  SendMessageRequest,
} from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { isFilled, refuseUnfilled } from '../internal/is-filled.ts';
import { refuse } from '../internal/refuse.ts';
import { type ChannelProperties, toProperties } from './channel-properties.ts';
import { type Duration, toTtl } from './to-ttl.ts';

/** A message, whom it goes to, and how. */
export interface SendOptions {
  /** App that sends. */
  appId: string;
  /** Whom to reach: `toContact(…)` or `toIdentities({ … })`. */
  to: Recipient;
  /** What to send. */
  message: AppMessage;
  /** Channels to try, first to last. Default: the order of the recipient's addresses, or of the contact. */
  channels?: readonly Channel[] | undefined;
  /** Settings of single channels. */
  properties?: ChannelProperties | undefined;
  /** How long to go on trying: seconds, or a time span such as `'2h'`. At least 3 seconds; parts of a second are rounded up. */
  ttl?: Duration | undefined;
  /** Text that comes back in the delivery reports, up to 1024 characters. */
  metadata?: string | undefined;
  /** JSON object that comes back with later inbound messages, up to 2048 characters as JSON. */
  conversationMetadata?: { [key: string]: unknown } | undefined;
  /** Whether it replaces the stored object or is merged into it. */
  conversationMetadataUpdate?: ConversationMetadataUpdateStrategy | undefined;
  /** Id of your own that comes back with everything about this message, up to 128 characters. */
  correlationId?: string | undefined;
  /** URL that gets the delivery reports of this message instead of the app's webhooks. */
  callbackUrl?: string | undefined;
  /** Default: `NORMAL_PRIORITY`. */
  queue?: MessageQueue | undefined;
  /** `DISPATCH_ONLY` makes no contact and no conversation. Default: as the app is set. */
  processing?: ProcessingStrategy | undefined;
  /** What kind of message it is, for contacts who want only some. */
  contentType?: NonNullable<SendMessageRequest['message_content_type']> | undefined;
}

/**
 * The body of `messages:send`, without keys for what was left out.
 *
 * @throws {@link MessageError} when the app id is empty, when `ttl` is no time span from 3 seconds up, and when metadata, correlation id
 *   or a property are longer than the service takes.
 *
 * @example
 * ```ts
 * import { send, text, toIdentities } from '@convapi/message-builder';
 *
 * const phone = '+46701234567';
 * const request = send({
 *   appId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P',
 *   to: toIdentities({ RCS: phone, SMS: phone }),
 *   message: text('Your order is on its way.'),
 *   ttl: '2h',
 *   correlationId: 'order-17',
 *   properties: { SMS_SENDER: 'Shop', SMS_MAX_NUMBER_OF_MESSAGE_PARTS: 2 },
 * });
 * ```
 */
export function send(options: SendOptions): SendMessageRequest {
  const { appId, to, message, channels, properties, ttl, metadata, conversationMetadata, correlationId } = options;
  if (!isFilled(appId)) refuseUnfilled('app_id', appId, 'Pass the id of the app that sends.');
  const request: SendMessageRequest = { app_id: appId, recipient: to, message };
  if (channels !== undefined) request.channel_priority_order = channels.slice();
  if (properties !== undefined) request.channel_properties = withinLimits(toProperties(properties));
  if (ttl !== undefined) request.ttl = toTtl(ttl);
  if (metadata !== undefined) request.message_metadata = within('message_metadata', metadata, 1024);
  if (conversationMetadata !== undefined) {
    const { length } = JSON.stringify(conversationMetadata);
    if (length > 2048) refuse('conversation_metadata', `has ${length} characters as JSON, more than 2048`, 'Shorten it.');
    request.conversation_metadata = conversationMetadata;
  }
  if (correlationId !== undefined) request.correlation_id = within('correlation_id', correlationId, 128);
  return withSettings(request, options);
}

function withSettings(request: SendMessageRequest, options: SendOptions): SendMessageRequest {
  const { conversationMetadataUpdate, callbackUrl, queue, processing, contentType } = options;
  if (conversationMetadataUpdate !== undefined) request.conversation_metadata_update_strategy = conversationMetadataUpdate;
  if (callbackUrl !== undefined) request.callback_url = callbackUrl;
  if (queue !== undefined) request.queue = queue;
  if (processing !== undefined) request.processing_strategy = processing;
  if (contentType !== undefined) request.message_content_type = contentType;
  return request;
}

function withinLimits<T extends { [key: string]: string }>(properties: T): T {
  for (const [key, value] of Object.entries(properties)) within(`channel_properties.${key}`, value, 1024);
  return properties;
}

// The limits stand here and not in the table, which would be most of a bundle; a test keeps the two the same.
function within(path: string, text: string, most: number): string {
  // UTF-16 units are never fewer than the characters that the service counts.
  if (text.length > most && [...text].length > most) refuse(path, `has ${[...text].length} characters, more than ${most}`, 'Shorten it.');
  return text;
}
