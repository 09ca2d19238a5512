// What calls take, give and throw, so that this package is enough to write a program. The list of types is the generator's.
export type * from '@convapi/core';
export {
  ApiError,
  AuthError,
  ConnectionError,
  ConvapiError,
  DeliveryUnknownError,
  isApiError,
  isAuthError,
  isConnectionError,
  isConvapiError,
  isDeliveryUnknownError,
  isTimeoutError,
  TimeoutError,
  unrecognized,
} from '@convapi/core';
export { addChannel } from './bodies/add-channel.ts';
export { addTriggers } from './bodies/add-triggers.ts';
export { toTemplate } from './bodies/to-template.ts';
export type { CallOptions, CallPromise, CallResponse, DataWithResponse, PagePromise } from './call.ts';
export type { ConversationClientOptions } from './client-options.ts';
export { type ConversationClient, createConversationClient } from './create-conversation-client.ts';
// Names made by the generator, one for each resource and each set of query parameters. Types only.
export type * from './generated/queries.ts';
export type * from './generated/resources.ts';
export type { Attempt, AttemptFailure, AttemptResponse, ClientHooks, Retry } from './hooks.ts';
export type { ClientLogger } from './logging-hooks.ts';
export { createRateLimiter, type RateLimiterOptions } from './rate-limiter.ts';
export { findSentMessage, type SentMessageQuery } from './reconcile/find-sent-message.ts';
export type { RetryOptions, SendMode } from './retry-options.ts';
export { type RecoveredSends, recoverSends } from './send-log/recover-sends.ts';
export type { SendLog, SendLogEntry, SendLogState, SendOutcome } from './send-log/send-log.ts';
export { type SendLogOptions, withSendLog } from './send-log/with-send-log.ts';
export type { RateLimitedCall, RateLimiter } from './steps/with-rate-limit.ts';
export { fetchTransport } from './transport/fetch-transport.ts';
export type { Transport, TransportRequest, TransportResponse } from './transport/transport.ts';
