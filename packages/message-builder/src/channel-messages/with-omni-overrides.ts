import type { AppMessage, ConversationChannel, KeyedBy, OmniMessageOverride, TemplateReference } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { need } from '../internal/need.ts';
import { needEach } from '../internal/need-by-channel.ts';
import { type CamelCased, toSnakeCase } from '../internal/to-snake-case.ts';

/** Other messages by channel. */
export type OmniOverrides = Partial<Record<Channel, OmniMessageOverride>>;

/**
 * The message, with another one of the ordinary types in its place on a channel.
 *
 * @param message What the other channels get.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { text, withOmniOverrides } from '@convapi/message-builder';
 *
 * const message = withOmniOverrides(text('Your order has left our warehouse and comes tomorrow.'), {
 *   WHATSAPP: text('Your order comes tomorrow.'),
 * });
 * ```
 */
export function withOmniOverrides<T extends AppMessage>(
  message: T,
  overrides: OmniOverrides,
): T & { explicit_channel_omni_message: KeyedBy<ConversationChannel, OmniMessageOverride> } {
  need('withOmniOverrides.message', message, 'object', 'a message');
  needEach('withOmniOverrides.overrides', overrides);
  return { ...message, explicit_channel_omni_message: { ...message.explicit_channel_omni_message, ...overrides } };
}

/**
 * A stored template in the place of a message, for `withOmniOverrides`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { templateReference, text, withOmniOverrides } from '@convapi/message-builder';
 *
 * const message = withOmniOverrides(text('Hello'), {
 *   KAKAOTALK: templateReference({ templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2' }),
 * });
 * ```
 */
export function templateReference(template: CamelCased<TemplateReference>): { template_reference: TemplateReference } {
  return {
    template_reference: toSnakeCase<TemplateReference>('templateReference.template', template, 'an object with templateId and version'),
  };
}
