import type { ChannelSpecificMessageNotificationMessageTemplate, LineNotificationMessageTemplateBody } from '@convapi/core';
import { need } from '../internal/need.ts';
import { type Fields, toWireWith } from '../internal/to-wire.ts';

/** What fills a LINE notification template: values by the key of their place. */
export interface NotificationTemplateOptions {
  /** Key of the template. */
  templateKey: string;
  /** The item shown large. */
  emphasized?: { key: string; content: string } | undefined;
  /** Contents of the other items, by key, in their order. */
  items?: { readonly [key: string]: string } | undefined;
  /** Addresses of the buttons, by key, in their order. */
  buttons?: { readonly [key: string]: string } | undefined;
}

const FIELDS: Fields<NotificationTemplateOptions, { template_key: string; body: LineNotificationMessageTemplateBody }> = {
  templateKey(message, key, path) {
    message.template_key = need(path, key);
  },
  emphasized({ body }, item, path) {
    const { key, content } = need(path, item, 'object', 'an object with key and content');
    body.emphasized_item = { item_key: need(`${path}.key`, key), content: need(`${path}.content`, content) };
  },
  items({ body }, items, path) {
    body.items = toEntries(path, items).map(([key, content]) => ({ item_key: key, content }));
  },
  buttons({ body }, buttons, path) {
    body.buttons = toEntries(path, buttons).map(([key, url]) => ({ button_key: key, url }));
  },
};

/**
 * A LINE notification message from a template of LINE, for `withSpecificMessages`.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { notificationTemplate, text, withSpecificMessages } from '@convapi/message-builder';
 *
 * const message = withSpecificMessages(text('Your parcel comes today.'), {
 *   LINE: notificationTemplate({
 *     templateKey: 'delivery_today',
 *     emphasized: { key: 'date', content: '21 November' },
 *     items: { parcel: '17' },
 *     buttons: { track: 'https://example.com/track/17' },
 *   }),
 * });
 * ```
 */
export function notificationTemplate(options: NotificationTemplateOptions): ChannelSpecificMessageNotificationMessageTemplate {
  const message = toWireWith('notificationTemplate', options, FIELDS, { template_key: '', body: {} }, ['templateKey']);
  return { message_type: 'NOTIFICATION_MESSAGE_TEMPLATE', message };
}

function toEntries(path: string, texts: { readonly [key: string]: string }): [string, string][] {
  const entries = Object.entries(need(path, texts, 'object', 'texts by key, in an object'));
  return entries.map(([key, text]) => [key, need(`${path}.${key}`, text)]);
}
