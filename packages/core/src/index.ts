export {
  ApiError,
  type ApiErrorOptions,
  AuthError,
  ConnectionError,
  type ConnectionErrorOptions,
  ConvapiError,
  type ConvapiErrorOptions,
  DeliveryUnknownError,
  type ErrorDetailEntry,
  type FieldViolation,
  isApiError,
  isAuthError,
  isConnectionError,
  isConvapiError,
  isDeliveryUnknownError,
  isTimeoutError,
  TimeoutError,
} from './errors.ts';
export type { FetchLike, FetchLikeInit, FetchLikeResponse } from './fetch-like.ts';
// Every schema of the spec is public: the list is the generator's, so it is not repeated by hand. Types only.
export type * from './generated/schemas.ts';
export * from './generated/values.ts';
export {
  type KnownWebhookEvent,
  type UnknownWebhookEvent,
  WEBHOOK_PAYLOAD_KEYS,
  type WebhookEvent,
  type WebhookEvents,
} from './generated/webhook-events.ts';
export { type JsonObject, type KeyedBy, type Unrecognized, unrecognized } from './open-types.ts';
