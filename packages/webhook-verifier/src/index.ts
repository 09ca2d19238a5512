export { type BearerCheck, type BearerCheckOptions, createBearerCheck } from './create-bearer-check.ts';
export { createExhaustiveWebhookHandler } from './create-exhaustive-webhook-handler.ts';
export {
  createWebhookHandler,
  type ExhaustiveWebhookHandlers,
  type WebhookDetails,
  type WebhookHandler,
  type WebhookHandlerOptions,
  type WebhookHandlers,
} from './create-webhook-handler.ts';
export {
  createWebhookVerifier,
  type FindSecrets,
  type SecretsRequest,
  type WebhookLease,
  type WebhookMatch,
  type WebhookOrigin,
  type WebhookRequest,
  type WebhookVerifier,
  type WebhookVerifierOptions,
} from './create-webhook-verifier.ts';
export type { WebHeaders, WebhookHeaders } from './internal/headers.ts';
export type { RawBody } from './internal/raw-body.ts';
export type { FetchHandler, RequestContext } from './internal/respond.ts';
export {
  type MemoryReplayGuardOptions,
  memoryReplayGuard,
} from './memory-replay-guard.ts';
export { parseWebhookEvent } from './parse-webhook-event.ts';
export type { ReplayClaim, ReplayGuard, ReplayLease } from './replay-guard.ts';
export { type RequireBearerOptions, requireBearer } from './require-bearer.ts';
export { type SignedWebhookHeaders, type SignWebhookOptions, signWebhook } from './sign-webhook.ts';
export { isWebhookVerificationError, type WebhookRefusalReason, WebhookVerificationError } from './webhook-verification-error.ts';
