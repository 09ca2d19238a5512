/** What every error of the toolkit carries. `name` is a literal, so minifiers cannot change it. */
export interface ConvapiErrorOptions {
  /** What lies behind it, kept as `cause`. */
  cause?: unknown;
}

/** Base of every error of the toolkit: `error instanceof ConvapiError`, or {@link isConvapiError} across copies of the package. */
export class ConvapiError extends Error {
  // no constructor: that of Error takes `{ cause }` by itself
  override readonly name: string = 'ConvapiError';
  /** Marks errors of the toolkit, whichever copy of the package made them. */
  readonly convapi: true = true;
}

/** One entry of the `details` of an answer, a google.rpc type told apart by `@type` (or `type_url`). */
export interface ErrorDetailEntry {
  '@type'?: string;
  type_url?: string;
  [key: string]: unknown;
}

/** A field that the service found wrong, from google.rpc.BadRequest. */
export interface FieldViolation {
  /** Path of the field, e.g. `recipient.contact_id`. */
  field: string;
  /** What is wrong with it. */
  description: string;
}

/** What an {@link ApiError} is made of. */
export interface ApiErrorOptions extends ConvapiErrorOptions {
  status: number;
  code?: string | undefined;
  requestId?: string | undefined;
  details?: ErrorDetailEntry[];
  retryAfterMs?: number | undefined;
  operation?: string | undefined;
  body?: unknown;
}

/** The service answered with an error. */
export class ApiError extends ConvapiError {
  override readonly name = 'ApiError';
  /** HTTP status of the answer. */
  declare readonly status: number;
  /** Name of the error in the body, a google.rpc code such as `NOT_FOUND`; absent when the body had none. */
  declare readonly code: string | undefined;
  /** Id of the request in the service's logs, from the answer's headers. */
  declare readonly requestId: string | undefined;
  /** `details` of the body as they came. */
  declare readonly details: ErrorDetailEntry[];
  /** How long the service asks to wait, in milliseconds, from `Retry-After` or google.rpc.RetryInfo. */
  declare readonly retryAfterMs: number | undefined;
  /** The method that was called, e.g. `messages.send`. */
  declare readonly operation: string | undefined;
  /** The body, parsed when it was JSON, else text. */
  declare readonly body: unknown;

  constructor(message: string, options: ApiErrorOptions) {
    super(message, options);
    assign(this, { details: [], ...options });
  }

  /** The fields that the service found wrong; empty when it named none. */
  get fieldViolations(): FieldViolation[] {
    return this.details.flatMap((detail) => (Array.isArray(detail.field_violations) ? (detail.field_violations as FieldViolation[]) : []));
  }
}

/** What a {@link ConnectionError} is made of. */
export interface ConnectionErrorOptions extends ConvapiErrorOptions {
  requestLeft?: boolean;
  status?: number | undefined;
}

/** No answer came: the connection could not be made, or broke. */
export class ConnectionError extends ConvapiError {
  override readonly name = 'ConnectionError';
  /** `false` when it is certain that the request never left this machine, so that it can be sent again. */
  declare readonly requestLeft: boolean;
  /** Status of the answer, when the connection broke in the middle of its body. */
  declare readonly status: number | undefined;

  constructor(message: string, options: ConnectionErrorOptions = {}) {
    super(message, options);
    assign(this, { requestLeft: true, ...options });
  }
}

/** No answer came in time. */
export class TimeoutError extends ConvapiError {
  override readonly name = 'TimeoutError';
  /** The limit that passed, in milliseconds. */
  declare readonly timeoutMs: number;
  /** `false` when it is certain that the request never left this machine, so that it can be sent again. */
  declare readonly requestLeft: boolean;

  constructor(message: string, options: ConvapiErrorOptions & { timeoutMs: number; requestLeft?: boolean }) {
    super(message, options);
    assign(this, { requestLeft: true, ...options });
  }
}

/** No credentials that the service takes: the token endpoint refused, or a call was refused even with a new token. */
export class AuthError extends ConvapiError {
  override readonly name = 'AuthError';
  /** HTTP status, when an answer came. */
  declare readonly status: number | undefined;
  /** Error code of the token endpoint, e.g. `invalid_client`. */
  declare readonly code: string | undefined;

  constructor(message: string, options: ConvapiErrorOptions & { status?: number | undefined; code?: string | undefined } = {}) {
    super(message, options);
    assign(this, options);
  }
}

/**
 * The request left, and its outcome is not known: sending again could send twice. `taken` says what is known, `cause` what
 * happened: a `TimeoutError`, a `ConnectionError`, or an `ApiError` such as a 500.
 */
export class DeliveryUnknownError extends ConvapiError {
  override readonly name = 'DeliveryUnknownError';
  /** The method that was called, e.g. `messages.send`. */
  declare readonly operation: string | undefined;
  /**
   * `yes`: the service answered that it took the request, and the rest of its answer was lost; never send it again.
   * `unknown`: it may have taken it or not; look the message up before you send it again.
   */
  declare readonly taken: 'yes' | 'unknown';

  constructor(message: string, options: ConvapiErrorOptions & { operation?: string; taken?: 'yes' | 'unknown' } = {}) {
    super(message, options);
    assign(this, { taken: 'unknown', ...options });
  }
}

/** Is it an error of the toolkit? Works across copies of the package and across realms, where `instanceof` does not. */
export function isConvapiError(value: unknown): value is ConvapiError {
  return Object.prototype.toString.call(value) === '[object Error]' && (value as { convapi?: unknown }).convapi === true;
}

/** Is it an {@link ApiError}? */
export function isApiError(value: unknown): value is ApiError {
  return isNamed(value, 'ApiError');
}

/** Is it a {@link ConnectionError}? */
export function isConnectionError(value: unknown): value is ConnectionError {
  return isNamed(value, 'ConnectionError');
}

/** Is it a {@link TimeoutError}? */
export function isTimeoutError(value: unknown): value is TimeoutError {
  return isNamed(value, 'TimeoutError');
}

/** Is it an {@link AuthError}? */
export function isAuthError(value: unknown): value is AuthError {
  return isNamed(value, 'AuthError');
}

/** Is it a {@link DeliveryUnknownError}? */
export function isDeliveryUnknownError(value: unknown): value is DeliveryUnknownError {
  return isNamed(value, 'DeliveryUnknownError');
}

function isNamed(value: unknown, name: string): boolean {
  return isConvapiError(value) && value.name === name;
}

/** Gives an error its fields; `cause` is what the constructor of Error takes. */
function assign(error: ConvapiError, { cause, ...fields }: ConvapiErrorOptions): void {
  Object.assign(error, fields);
}
