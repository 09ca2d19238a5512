import { ConvapiError, type ConvapiErrorOptions } from '@convapi/core';

/** Why a callback was refused. The names are literals and stay as they are. */
export type WebhookRefusalReason =
  | 'missing_header'
  | 'signature_mismatch'
  | 'timestamp_out_of_tolerance'
  | 'replayed'
  | 'in_progress'
  | 'unsupported_algorithm'
  | 'body_already_parsed'
  | 'malformed_body'
  | 'body_too_large'
  | 'body_incomplete';

/**
 * The callback was refused; `reason` tells why. Never carries a secret or a signature.
 *
 * @example
 * ```ts
 * import { WebhookVerificationError } from '@convapi/webhook-verifier';
 *
 * const error = new WebhookVerificationError('replayed', 'This callback was verified before.');
 * console.log(error.reason); // replayed
 * ```
 */
export class WebhookVerificationError extends ConvapiError {
  override readonly name = 'WebhookVerificationError';
  /** Why, as a literal to branch on. */
  declare readonly reason: WebhookRefusalReason;

  constructor(reason: WebhookRefusalReason, message: string, options?: ConvapiErrorOptions) {
    super(`[@convapi/webhook-verifier] ${message}`, options);
    this.reason = reason;
  }
}

/**
 * Is it a {@link WebhookVerificationError}? Works across duplicate copies of the package and across realms, where `instanceof` does not.
 *
 * @example
 * ```ts
 * import { isWebhookVerificationError } from '@convapi/webhook-verifier';
 *
 * console.log(isWebhookVerificationError(new Error('other'))); // false
 * ```
 */
export function isWebhookVerificationError(value: unknown): value is WebhookVerificationError {
  const { convapi, name } = (value ?? {}) as Partial<WebhookVerificationError>;
  return convapi === true && name === 'WebhookVerificationError';
}
