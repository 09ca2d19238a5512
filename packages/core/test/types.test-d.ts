// Checked by `tsc`, not run: what compiles, and what must not.
import {
  type AppMessage,
  type CHANNELS,
  type Choice,
  type Contact,
  type ConversationChannel,
  type ConversationChannelCredential,
  type DeliveryStatus,
  isConversationChannel,
  type MessageDeliveryReport,
  type Recipient,
  type SendMessageRequest,
  type Unrecognized,
  type UpdateWebhookRequest,
  unrecognized,
  type WebhookEvent,
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

// Lists are closed to typing errors and to plain strings.
const recipient: Recipient = { contact_id: '01' };
const message: AppMessage = { text_message: { text: 'Hello' } };
// @ts-expect-error no such channel
export const unknownPriority: SendMessageRequest = { app_id: '01', recipient, message, channel_priority_order: ['SMSS'] };
// @ts-expect-error no such channel
export const unknownIdentity: Recipient = { identified_by: { channel_identities: [{ channel: 'SMSS', identity: '46700000000' }] } };
// @ts-expect-error no such queue
export const unknownQueue: SendMessageRequest = { app_id: '01', recipient, message, queue: 'LOW' };
// @ts-expect-error the same where it is received
export const laterStatus: MessageDeliveryReport = { status: 'DELETED_BY_RECIPIENT' };
declare const anyText: string;
// @ts-expect-error a plain string may be anything
export const fromText: DeliveryStatus = anyText;
export const request: SendMessageRequest = { app_id: '01', recipient, message, channel_priority_order: ['RCS', 'SMS'] };

// What came can be sent, and what is not known can be sent on purpose.
declare const contact: Contact;
declare const report: MessageDeliveryReport;
export const echoed: Recipient = { identified_by: { channel_identities: contact.channel_identities ?? [] } };
export const echoedChannel: ConversationChannel[] = report.channel_identity ? [report.channel_identity.channel, 'SMS'] : [];
export const deliberate: ConversationChannel[] = [unrecognized('NEW'), 'SMS'];
export const newStatus: DeliveryStatus = unrecognized('NEW');
export const asText: string = unrecognized('NEW');

// Comparing with a value that is not known yet compiles, and a switch leaves it for the default.
export const isNew = report.status === 'DELETED_BY_RECIPIENT';
export function isOver(status: DeliveryStatus): boolean {
  switch (status) {
    case 'DELIVERED':
    case 'READ':
    case 'FAILED':
      return true;
    case 'QUEUED_ON_CHANNEL':
    case 'SWITCHING_CHANNEL':
      return false;
    default:
      return (status satisfies Unrecognized) === 'DELETED_BY_RECIPIENT';
  }
}

// A guard leaves the known values, which then can be a key.
declare const NAMES: Record<(typeof CHANNELS)[number], string>;
export const nameOf = (channel: ConversationChannel): string => (isConversationChannel(channel) ? NAMES[channel] : channel);
// @ts-expect-error not known to be in the list
export const unguarded = (channel: ConversationChannel): string => NAMES[channel];

// Maps with known keys take any key, and only values of theirs.
export const properties: SendMessageRequest['channel_properties'] = { SMS_SENDER: 'Shop', NEW_PROPERTY: 'on' };
declare const settings: Record<string, string>;
export const dynamic: SendMessageRequest['channel_properties'] = settings;
// @ts-expect-error a value is text
export const wrongProperty: SendMessageRequest['channel_properties'] = { SMS_FLASH_MESSAGE: true };
export const sender: string | undefined = properties?.SMS_SENDER ?? properties?.NEW_PROPERTY;

// Metadata take any object, an interface too.
interface Order {
  id: number;
  lines: { article: string }[];
}
declare const order: Order;
export const withMetadata: SendMessageRequest = { app_id: '01', recipient, message, conversation_metadata: order };
// @ts-expect-error a text is no object
export const textMetadata: SendMessageRequest = { app_id: '01', recipient, message, conversation_metadata: 'order 17' };

// A part is enough to change something.
export const part: UpdateWebhookRequest = { triggers: ['MESSAGE_INBOUND'] };
export const viber: ConversationChannelCredential = { channel: 'VIBERBM', static_bearer: { claimed_identity: '4711' } };

// `trigger` narrows the callbacks, and the payload is there.
export function describe(event: WebhookEvent): string {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      return event.message.contact_message?.text_message?.text ?? '';
    case 'MESSAGE_DELIVERY':
      // @ts-expect-error the payload of another trigger
      return event.message ?? event.message_delivery_report.message_id ?? '';
    case 'BATCH_STATUS_UPDATE':
      return event.batch_status_update_notification.batch_id ?? '';
    case 'CONTACT_MERGE':
      return event.contact_merge_notification.preserved_contact?.id ?? '';
    case 'UNKNOWN':
      return String(event.something_new);
    default:
      return event.app_id;
  }
}
