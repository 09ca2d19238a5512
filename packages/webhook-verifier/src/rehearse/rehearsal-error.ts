import { ConvapiError, type ConvapiErrorOptions } from '@convapi/core';

/** Why there was no rehearsal: what was asked is wrong, or nothing answers at the target. */
export type RehearsalFailure = 'usage' | 'unreachable';

/**
 * The rehearsal could not be held; `reason` tells why. Never carries the secret.
 *
 * @example
 * ```ts
 * import { isRehearsalError, rehearse } from '@convapi/webhook-verifier/rehearse';
 *
 * await rehearse({ url: 'http://localhost:3000/webhook', secret: 'my-secret' }).catch((error) => {
 *   console.log(isRehearsalError(error) && error.reason); // unreachable
 * });
 * ```
 */
export class RehearsalError extends ConvapiError {
  override readonly name = 'RehearsalError';
  /** Why, as a literal to branch on. */
  readonly reason: RehearsalFailure;

  constructor(reason: RehearsalFailure, message: string, options?: ConvapiErrorOptions) {
    super(`[@convapi/webhook-verifier] ${message}`, options);
    this.reason = reason;
  }
}

/**
 * Is it a {@link RehearsalError}? Works across duplicate copies of the package and across realms, where `instanceof` does not.
 *
 * @example
 * ```ts
 * import { isRehearsalError } from '@convapi/webhook-verifier/rehearse';
 *
 * console.log(isRehearsalError(new Error('other'))); // false
 * ```
 */
export function isRehearsalError(value: unknown): value is RehearsalError {
  const { convapi, name } = (value ?? {}) as Partial<RehearsalError>;
  return convapi === true && name === 'RehearsalError';
}
