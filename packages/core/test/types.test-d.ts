// Checked by `tsc`, not run: what compiles, and what must not.
import type {
  AppMessage,
  Choice,
  DeliveryStatus,
  MessageDeliveryReport,
  Recipient,
  SendMessageRequest,
  WebhookEvent,
} from '../src/index.ts';

// Two keys in an exactly-one-of shape are refused.
// @ts-expect-error two messages in one
export const twoMessages: AppMessage = { text_message: { text: 'a' }, media_message: { url: 'https://example.com/a.png' } };
// @ts-expect-error no message at all
export const noMessage: AppMessage = {};
// @ts-expect-error two kinds of choice in one
export const twoChoices: Choice = { text_message: { text: 'a' }, url_message: { title: 'a', url: 'https://example.com' } };
// @ts-expect-error a contact and identities at once
export const twoRecipients: Recipient = { contact_id: '01', identified_by: { channel_identities: [] } };

// What is sent is closed: a typing error does not compile.
const recipient: Recipient = { contact_id: '01' };
const message: AppMessage = { text_message: { text: 'Hello' } };
// @ts-expect-error no such channel
export const unknownPriority: SendMessageRequest = { app_id: '01', recipient, message, channel_priority_order: ['SMSS'] };
// @ts-expect-error no such channel
export const unknownIdentity: Recipient = { identified_by: { channel_identities: [{ channel: 'SMSS', identity: '46700000000' }] } };
// @ts-expect-error no such queue
export const unknownQueue: SendMessageRequest = { app_id: '01', recipient, message, queue: 'LOW' };
export const request: SendMessageRequest = { app_id: '01', recipient, message, channel_priority_order: ['RCS', 'SMS'] };

// What is received is open: a value that the service adds later is no type error.
export const laterStatus: MessageDeliveryReport = { status: 'DELETED_BY_RECIPIENT' };
// @ts-expect-error the name of the enum itself stays closed
export const closedStatus: DeliveryStatus = 'DELETED_BY_RECIPIENT';

// `trigger` narrows the callbacks, and the payload is there.
export function describe(event: WebhookEvent): string {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      return event.message.contact_message?.text_message?.text ?? '';
    case 'MESSAGE_DELIVERY':
      // @ts-expect-error the payload of another trigger
      return event.message ?? event.message_delivery_report.message_id ?? '';
    case 'CONTACT_MERGE':
      return event.contact_merge_notification.preserved_contact?.id ?? '';
    case 'UNKNOWN':
      return String(event.something_new);
    default:
      return event.app_id;
  }
}
