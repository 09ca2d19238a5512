import type { ConvapiError, ConvapiErrorOptions } from '@convapi/core';

/** One thing that is wrong with a message or a recipient. */
export interface MessageIssue {
  /**
   * What it is about. In a {@link MessageError} the builder and what it was given, e.g. `calendar.eventStart`; in an issue of `check` the
   * path of the wire field, e.g. `choice_message.choices[2]`.
   */
  path: string;
  /** What is wrong with it. */
  message: string;
}

/** What a {@link MessageError} is made of. */
export interface MessageErrorOptions extends ConvapiErrorOptions {
  issues: MessageIssue[];
}

/**
 * A message or a recipient was asked for that would make no sense to the service.
 *
 * Find it with {@link isMessageError}, or with `isConvapiError` of `@convapi/core`.
 */
// Not a subclass of ConvapiError: that would be the only code of core in a bundle with builders. The guards go by data, so they work.
export class MessageError extends Error implements ConvapiError {
  override readonly name = 'MessageError';
  readonly convapi: true = true;
  /** What is wrong, and where. */
  declare readonly issues: MessageIssue[];

  constructor(message: string, options: MessageErrorOptions) {
    super(message, options);
    this.issues = options.issues;
  }
}

/**
 * Is it a {@link MessageError}? Goes by data: works across copies of the package and across realms, where `instanceof` does not.
 *
 * @example
 * ```ts
 * import { isMessageError, toIdentities } from '@convapi/message-builder';
 *
 * try {
 *   toIdentities({});
 * } catch (error) {
 *   if (isMessageError(error)) console.error(error.issues);
 * }
 * ```
 */
export function isMessageError(value: unknown): value is MessageError {
  if (typeof value !== 'object' || value === null) return false;
  const { name, convapi, issues } = value as Partial<MessageError>;
  return name === 'MessageError' && convapi === true && Array.isArray(issues);
}
