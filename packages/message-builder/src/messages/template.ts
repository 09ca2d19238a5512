import type { ChannelSpecificTemplateReference, TemplateMessage, TemplateReference } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';

/** Templates that live on a channel, such as an approved WhatsApp template, by channel. */
export type ChannelTemplates = Partial<Record<Channel, ChannelSpecificTemplateReference>>;

/** One template for every channel, and perhaps others that win on single channels. */
export interface OmniTemplateOptions {
  /** Template of the Template API, for every channel without one of its own. */
  omni: TemplateReference;
  /** Templates that win on their channel. */
  channels?: ChannelTemplates | undefined;
}

/** Templates for single channels only. */
export interface ChannelTemplateOptions {
  /** Belongs to a message that has a template for every channel. */
  omni?: undefined;
  /** The template of each channel. */
  channels: ChannelTemplates;
}

/** Which stored templates to send: at least one of `omni` and `channels`. */
export type TemplateOptions = OmniTemplateOptions | ChannelTemplateOptions;

/**
 * A message made from stored templates, each given in the wire form.
 *
 * @example
 * ```ts
 * import { template } from '@convapi/message-builder';
 *
 * const message = template({
 *   omni: { template_id: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2', parameters: { name: 'Ada' } },
 *   channels: { WHATSAPP: { template_id: 'order_sent', language_code: 'en_US', parameters: { 'body[1]text': 'Ada' } } },
 * });
 * ```
 */
export function template(options: TemplateOptions): { template_message: TemplateMessage } {
  const { omni, channels } = options;
  if (omni === undefined) return { template_message: { channel_template: channels } };
  return { template_message: channels === undefined ? { omni_template: omni } : { omni_template: omni, channel_template: channels } };
}
