/** What errors say of themselves; anything may be thrown, and by code of another realm. */
export interface ErrorFields {
  message?: string;
  stack?: string;
  code?: unknown;
  cause?: unknown;
}

/** The fields of an error, by shape: `instanceof Error` does not know those of another realm. */
export function errorFields(error: unknown): ErrorFields {
  return typeof error === 'object' && error !== null ? error : {};
}
