import type {
  AppMessage,
  ConversationChannel,
  ConversationMetadataUpdateStrategy,
  MessageQueue,
  ProcessingStrategy,
  Recipient,
  SendMessageRequest,
} from '@convapi/core';
import { CONVERSATION_METADATA_CHARS, CORRELATION_ID_CHARS, MESSAGE_METADATA_CHARS, PROPERTY_VALUE_CHARS } from '../generated/numbers.ts';
import { need } from '../internal/need.ts';
import { needFilled } from '../internal/need-filled.ts';
import { refuse } from '../internal/refuse.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';
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
  channels?: readonly ConversationChannel[] | undefined;
  /** Settings of single channels. */
  properties?: ChannelProperties | undefined;
  /** How long to go on trying: seconds, or a time span such as `'2h'`. At least 3 seconds; parts of a second are rounded up. */
  ttl?: Duration | undefined;
  /** Text that comes back in the delivery reports, up to 1024 characters. */
  metadata?: string | undefined;
  /** JSON object that comes back with later inbound messages, up to 2048 characters as JSON. */
  conversationMetadata?: object | undefined;
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

const FIELDS: Fields<SendOptions, SendMessageRequest> = {
  appId(request, id, path) {
    request.app_id = needFilled(path, id, 'the id of the app that sends');
  },
  to(request, recipient, path) {
    request.recipient = need(path, recipient, 'object', 'a recipient: toContact(…) or toIdentities({ … })');
  },
  message(request, message, path) {
    request.message = need(path, message, 'object', 'a message');
  },
  channels(request, channels, path) {
    request.channel_priority_order = need(path, channels, 'list').map((channel, at) => need(`${path}[${at}]`, channel));
  },
  properties(request, properties, path) {
    request.channel_properties = withinLimits(path, toProperties(path, properties));
  },
  ttl(request, ttl, path) {
    request.ttl = toTtl(path, ttl);
  },
  metadata(request, metadata, path) {
    request.message_metadata = within(path, metadata, MESSAGE_METADATA_CHARS);
  },
  conversationMetadata(request, metadata, path) {
    const { length } = JSON.stringify(need(path, metadata, 'object', 'an object'));
    if (length > CONVERSATION_METADATA_CHARS)
      refuse(path, `has ${length} characters as JSON, more than ${CONVERSATION_METADATA_CHARS}`, 'Shorten it.');
    request.conversation_metadata = metadata;
  },
  conversationMetadataUpdate(request, strategy, path) {
    request.conversation_metadata_update_strategy = need(path, strategy);
  },
  correlationId(request, id, path) {
    request.correlation_id = within(path, id, CORRELATION_ID_CHARS);
  },
  callbackUrl(request, url, path) {
    request.callback_url = need(path, url);
  },
  queue(request, queue, path) {
    request.queue = need(path, queue);
  },
  processing(request, strategy, path) {
    request.processing_strategy = need(path, strategy);
  },
  contentType(request, type, path) {
    request.message_content_type = need(path, type);
  },
};

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
  // What is needed takes the place of what stands here.
  return toWireWith('send', options, FIELDS, {} as SendMessageRequest, ['appId', 'to', 'message']);
}

function withinLimits<T extends { [key: string]: string | undefined }>(path: string, properties: T): T {
  for (const [key, value] of Object.entries(properties)) within(`${path}.${key}`, value ?? '', PROPERTY_VALUE_CHARS);
  return properties;
}

function within(path: string, text: string, most: number): string {
  // UTF-16 units are never fewer than the characters that the service counts.
  if (need(path, text).length > most && [...text].length > most)
    refuse(path, `has ${[...text].length} characters, more than ${most}`, 'Shorten it.');
  return text;
}
