import { ConvapiError, isConvapiError } from '@convapi/core';

/**
 * The emulator was asked for something it cannot do: a tap on a choice that is not there, a port that is taken.
 * What the emulated API refuses is not this, but an HTTP answer.
 */
export class EmulatorError extends ConvapiError {
  override readonly name = 'EmulatorError';

  constructor(message: string, options: { cause?: unknown } = {}) {
    super(`[@convapi/emulator] ${message}`, options);
  }
}

/** Is it an {@link EmulatorError}? Works across duplicate copies of the package. */
export function isEmulatorError(value: unknown): value is EmulatorError {
  return isConvapiError(value) && value.name === 'EmulatorError';
}
