import { refName, type Schema } from '../openapi.ts';
import { exampleOf } from './example-of.ts';

const ID = {
  app: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P',
  contact: '01HVN0C2M4S7D8R3XK5T9WZ1AB',
  other: '01HVN0C2M4S7D8R3XK5T9WZ1AC',
  conversation: '01HVN0D6H8E2N4P7QV1Y3GJ5CD',
  message: '01HVN0F0R5T9W2X6ZB8K4M7PEF',
  event: '01HVN0G3V7Y1A5D8FH2N6Q9SGH',
  request: '01HVN0H7Z1C4F8J2MP6T0W3XJK',
};
const AT = '2026-01-02T03:04:05Z';
const PHONE = '46701234567';
const address = { channel: 'RCS', identity: PHONE, app_id: '' };
const CONVERSATION_MODE = { processing_mode: 'CONVERSATION' };
const people = { contact_id: ID.contact, conversation_id: ID.conversation, channel_identity: address };

const contact = (id: string) => ({
  id,
  channel_identities: [address],
  channel_priority: ['RCS'],
  display_name: 'Maria Ortiz',
  email: '',
  external_id: '',
  metadata: '',
  language: 'EN_US',
});

const conversation = (active: boolean) => ({
  id: ID.conversation,
  app_id: ID.app,
  contact_id: ID.contact,
  active_channel: 'RCS',
  active,
  last_received: AT,
  metadata: '',
  metadata_json: { desk: 'returns' },
  correlation_id: '',
});

const fromContact = (contactMessage: object) => ({
  id: ID.message,
  direction: 'TO_APP',
  contact_message: contactMessage,
  ...people,
  metadata: '',
  accept_time: AT,
  sender_id: '',
  ...CONVERSATION_MODE,
  injected: false,
});

const consent = { request_id: ID.request, contact_id: ID.contact, channel: 'VIBERBM', identity: PHONE, ...CONVERSATION_MODE };

/** The part of a callback that its trigger is known by. */
const PARTS: Record<string, object> = {
  MESSAGE_INBOUND: {
    message: fromContact({ choice_response_message: { message_id: ID.message, postback_data: 'coming' } }),
  },
  MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION: {
    message_redaction: fromContact({ text_message: { text: 'Call me at ***********' } }),
  },
  MESSAGE_SUBMIT: {
    message_submit_notification: {
      message_id: ID.message,
      ...people,
      submitted_message: { text_message: { text: 'Your table is ready' } },
      metadata: 'order-17',
      ...CONVERSATION_MODE,
    },
  },
  MESSAGE_DELIVERY: {
    message_delivery_report: { message_id: ID.message, ...people, status: 'DELIVERED', metadata: 'order-17', ...CONVERSATION_MODE },
  },
  EVENT_INBOUND: {
    event: {
      id: ID.event,
      direction: 'TO_APP',
      contact_event: { composing_event: {} },
      ...people,
      accept_time: AT,
      ...CONVERSATION_MODE,
    },
  },
  EVENT_DELIVERY: {
    event_delivery_report: {
      event_id: ID.event,
      status: 'DELIVERED',
      channel_identity: address,
      contact_id: ID.contact,
      metadata: '',
      ...CONVERSATION_MODE,
    },
  },
  CONVERSATION_START: { conversation_start_notification: { conversation: conversation(true) } },
  CONVERSATION_STOP: { conversation_stop_notification: { conversation: conversation(false) } },
  CONVERSATION_DELETE: { conversation_delete_notification: { conversation: conversation(false) } },
  CONTACT_CREATE: { contact_create_notification: { contact: contact(ID.contact) } },
  CONTACT_DELETE: { contact_delete_notification: { contact: contact(ID.contact) } },
  CONTACT_MERGE: { contact_merge_notification: { preserved_contact: contact(ID.contact), deleted_contact: contact(ID.other) } },
  CONTACT_UPDATE: { contact_update_notification: { contact: contact(ID.contact) } },
  CONTACT_IDENTITIES_DUPLICATION: {
    duplicated_contact_identities_notification: { duplicated_identities: [{ channel: 'RCS', contact_ids: [ID.contact, ID.other] }] },
  },
  CAPABILITY: {
    capability_notification: {
      request_id: ID.request,
      contact_id: ID.contact,
      channel: 'RCS',
      identity: PHONE,
      capability_status: 'CAPABILITY_PARTIAL',
      channel_capabilities: ['RICHCARD_STANDALONE', 'ACTION_DIAL'],
    },
  },
  OPT_IN: { opt_in_notification: { ...consent, status: 'OPT_IN_SUCCEEDED' } },
  OPT_OUT: { opt_out_notification: { ...consent, status: 'OPT_OUT_SUCCEEDED' } },
  CHANNEL_EVENT: {
    channel_event_notification: {
      channel_event: {
        channel: 'WHATSAPP',
        event_type: 'WHATS_APP_QUALITY_RATING_CHANGED',
        additional_data: { quality_rating: 'GREEN' },
      },
    },
  },
  SMART_CONVERSATION: {
    smart_conversation_notification: {
      contact_id: ID.contact,
      channel_identity: PHONE,
      channel: 'RCS',
      message_id: ID.message,
      conversation_id: ID.conversation,
      analysis_results: {
        ml_sentiment_result: [
          { message: 'What a lovely place', sentiment: 'positive', score: 0.9, results: [{ sentiment: 'positive', score: 0.9 }] },
        ],
      },
    },
  },
  RECORD_NOTIFICATION: { record_notification: { entity_id: ID.event, record_status: 'EVENT_RECORD_STORED', ...people } },
  BATCH_STATUS_UPDATE: {
    batch_status_update_notification: { batch_id: ID.request, batch_status: 'BATCH_STATUS_PROCESSED', batch_type: 'BATCH_TYPE_MESSAGES' },
  },
  UNSUPPORTED: {
    unsupported_callback: { channel: 'MESSENGER', payload: '{"object":"page"}', id: ID.message, ...people, processing_mode: 'DISPATCH' },
  },
};

/** A whole callback of a trigger. For a trigger that is not known here yet, one made up from its schema. */
export function callbackSample(schemas: Record<string, Schema>, trigger: string, schema: Schema): unknown {
  const envelope = { app_id: ID.app, project_id: '0e1a7040-0000-4000-8000-000000000001', accepted_time: AT, event_time: AT };
  const part = PARTS[trigger] ?? keyPart(schemas, schema);
  return { ...envelope, ...part, message_metadata: '', correlation_id: '' };
}

/** The property that only this callback has, with a made-up value. */
function keyPart(schemas: Record<string, Schema>, schema: Schema): object {
  const made = exampleOf(schemas, schema) as object;
  if (Object.keys(made).length > 0) return made;
  const own = schemas[refName(schema) ?? ''] ?? schema;
  return Object.fromEntries(
    Object.entries(own.properties ?? {})
      .filter(([, property]) => typeof property === 'object' && property.$ref !== undefined)
      .map(([name, property]) => [name, exampleOf(schemas, property as Schema)]),
  );
}
