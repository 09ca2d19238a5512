import type { ConvapiErrorOptions } from '@convapi/core';
import { type WebhookRefusalReason, WebhookVerificationError } from '../webhook-verification-error.ts';

/** A refusal that says its reason, so that the texts need not repeat it, and what to do next. */
export function refusal(reason: WebhookRefusalReason, advice: string, options?: ConvapiErrorOptions): WebhookVerificationError {
  return new WebhookVerificationError(reason, `Refused: ${reason}. ${advice}.`, options);
}
