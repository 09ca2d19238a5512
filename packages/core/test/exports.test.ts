import { expect, test } from 'vitest';
import * as core from '../src/index.ts';
import * as internal from '../src/internal.ts';

test('the entry exports these names and no others', () => {
  expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
    [
      "ApiError",
      "AuthError",
      "BATCH_STATUSES",
      "CARD_HEIGHTS",
      "CHANNELS",
      "CHANNEL_PROPERTY_KEYS",
      "CHANNEL_SPECIFIC_TEMPLATES",
      "CONSENTS_LIST_TYPES",
      "CONSENT_OPERATIONS",
      "CONSENT_ORIGINS",
      "CONTACT_LANGUAGES",
      "CONVERSATION_MERGE_STRATEGIES",
      "CONVERSATION_MESSAGES_VIEWS",
      "CONVERSATION_METADATA_REPORT_VIEWS",
      "CONVERSATION_METADATA_UPDATE_STRATEGIES",
      "ConnectionError",
      "ConvapiError",
      "DELIVERY_STATUSES",
      "DIRECTIONS",
      "DISPATCH_RETENTION_POLICY_TYPES",
      "DeliveryUnknownError",
      "EVALUATIONS",
      "GET_CHANNEL_PROFILE_CONVERSATION_CHANNELS",
      "MESSAGE_QUEUES",
      "MESSAGE_SOURCES",
      "MESSAGE_STATUS_TYPES",
      "PAYMENT_STATUSES",
      "PAYMENT_TRANSACTION_STATUSES",
      "PROCESSING_MODES",
      "PROCESSING_STRATEGIES",
      "REASON_CODES",
      "REASON_SUB_CODES",
      "RECORD_STATUSES",
      "REGIONS",
      "SENTIMENTS",
      "TEMPLATE_CHANNELS",
      "TimeoutError",
      "WEBHOOK_PAYLOAD_KEYS",
      "WEBHOOK_TARGET_TYPES",
      "WEBHOOK_TRIGGERS",
      "isApiError",
      "isAuthError",
      "isConnectionError",
      "isConvapiError",
      "isDeliveryUnknownError",
      "isTimeoutError",
    ]
  `);
});

test('siblings share these names through ./internal', () => {
  expect(Object.keys(internal).sort()).toMatchInlineSnapshot(`
    [
      "encodeBase64",
    ]
  `);
});
