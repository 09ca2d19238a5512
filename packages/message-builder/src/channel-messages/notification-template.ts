import type { ChannelSpecificMessageNotificationMessageTemplate, LineNotificationMessageTemplateBody } from '@convapi/core';

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

/**
 * A LINE notification message from a template of LINE, for `withSpecificMessages`.
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
  const { templateKey, emphasized, items, buttons } = options;
  const body: LineNotificationMessageTemplateBody = {};
  if (emphasized !== undefined) body.emphasized_item = { item_key: emphasized.key, content: emphasized.content };
  if (items !== undefined) body.items = Object.entries(items).map(([key, content]) => ({ item_key: key, content }));
  if (buttons !== undefined) body.buttons = Object.entries(buttons).map(([key, url]) => ({ button_key: key, url }));
  return { message_type: 'NOTIFICATION_MESSAGE_TEMPLATE', message: { template_key: templateKey, body } };
}
