import {
  ApiError,
  type AppMessage,
  CHANNELS,
  type Contact,
  type ConversationMessage,
  isApiError,
  isConvapiError,
  isDeliveryUnknownError,
  isTimeoutError,
  REGIONS,
  type SendMessageRequest,
  type WebhookEvent,
} from '@convapi/core';

const message: AppMessage = { text_message: { text: 'Hello' } };
export const request: SendMessageRequest = {
  app_id: 'app',
  recipient: { identified_by: { channel_identities: [{ channel: 'SMS', identity: '46700000000' }] } },
  message,
  channel_priority_order: ['RCS', 'SMS'],
  ttl: '60s',
};

export function describe(error: unknown): string {
  if (isApiError(error)) return `${error.status} ${error.code ?? ''} ${error.requestId ?? ''} ${error.retryAfterMs ?? 0}`;
  if (isTimeoutError(error) || isDeliveryUnknownError(error)) return error.name;
  return isConvapiError(error) ? error.message : 'not ours';
}

export const nameOf = (contact: Contact): string | undefined => contact.display_name;
export const textOf = (one: ConversationMessage): string | undefined => one.contact_message?.text_message?.text;
export const error: Error = new ApiError('no', { status: 404 });
export const regions: readonly string[] = REGIONS;
export const isKnown = (name: string): boolean => CHANNELS.some((channel) => channel === name);

export function kindOf(event: WebhookEvent): string {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      return event.message.contact_message?.text_message?.text ?? '';
    case 'MESSAGE_DELIVERY':
      return event.message_delivery_report.status ?? '';
    default:
      return event.trigger;
  }
}
