import type { ErrorDetailEntry } from '@convapi/core';

/** What the body of an error says. */
export interface ErrorBody {
  message: string | undefined;
  /** A google.rpc name such as `NOT_FOUND`. */
  code: string | undefined;
  details: ErrorDetailEntry[];
  /** The body, parsed when it was JSON, else text. */
  body: unknown;
}

const LONGEST_TEXT = 300;
/** What a proxy writes can be a page of megabytes. */
const LONGEST_BODY = 10_000;

/** Reads the body of an error. Documents disagree on whether the error stands under `error` or at the top: both are read. */
export function readErrorBody(text: string): ErrorBody {
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // a proxy answers with what it likes
  }
  if (typeof body === 'string')
    return { message: body.slice(0, LONGEST_TEXT) || undefined, code: undefined, details: [], body: body.slice(0, LONGEST_BODY) };
  const { error = body } = (body ?? {}) as { error?: unknown };
  const { message, status, details } = (typeof error === 'object' && error !== null ? error : (body ?? {})) as Record<string, unknown>;
  return {
    message: typeof message === 'string' && message !== '' ? message : undefined,
    code: typeof status === 'string' ? status : undefined,
    details: Array.isArray(details) ? details.filter((detail) => typeof detail === 'object' && detail !== null) : [],
    body,
  };
}
