import type { ChannelSpecificTemplateReference, TemplateMessage, TemplateReference } from '@convapi/core';
import type { Channel } from '../internal/channel.ts';
import { needChannels } from '../internal/need-by-channel.ts';
import { refuse } from '../internal/refuse.ts';
import { type CamelCased, toSnakeCase } from '../internal/to-snake-case.ts';
import { type Fields, toWire } from '../internal/to-wire.ts';

/** Templates that live on a channel, such as an approved WhatsApp template, by channel. */
export type ChannelTemplates = { readonly [C in Channel]?: CamelCased<ChannelSpecificTemplateReference> | undefined };

/** One template for every channel, and perhaps others that win on single channels. */
export interface OmniTemplateOptions {
  /** Template of the Template API, for every channel without one of its own. */
  omni: CamelCased<TemplateReference>;
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

/** The options of both kinds of message. */
interface AnyTemplateOptions {
  omni?: CamelCased<TemplateReference> | undefined;
  channels?: ChannelTemplates | undefined;
}

const FIELDS: Fields<AnyTemplateOptions, WireTemplates> = {
  omni(message, omni, path) {
    message.omni_template = toSnakeCase<TemplateReference>(path, omni, 'an object with templateId and version');
  },
  channels(message, channels, path) {
    const own: { [channel: string]: ChannelSpecificTemplateReference } = {};
    for (const channel of needChannels(path, channels)) {
      const reference = channels[channel];
      if (reference !== undefined) own[channel] = toSnakeCase<ChannelSpecificTemplateReference>(`${path}.${channel}`, reference);
    }
    message.channel_template = own;
  },
};

interface WireTemplates {
  omni_template?: TemplateReference;
  channel_template?: { [channel: string]: ChannelSpecificTemplateReference };
}

/**
 * A message made from stored templates, each given in the wire form.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { template } from '@convapi/message-builder';
 *
 * const message = template({
 *   omni: { templateId: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', version: '2', parameters: { name: 'Ada' } },
 *   channels: { WHATSAPP: { templateId: 'order_sent', languageCode: 'en_US', parameters: { 'body[1]text': 'Ada' } } },
 * });
 * ```
 */
export function template(options: TemplateOptions): { template_message: TemplateMessage } {
  const message = toWire<AnyTemplateOptions, WireTemplates>('template', options, FIELDS, {});
  if (options.omni === undefined && options.channels === undefined)
    refuse('template', 'has neither omni nor channels', 'Pass at least one.');
  return { template_message: message as TemplateMessage };
}
