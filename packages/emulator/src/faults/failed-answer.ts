import { json } from '../requests/index.ts';
import type { RequestEffect } from './fault.ts';

/** The names of google.rpc for HTTP statuses. */
const NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  408: 'DEADLINE_EXCEEDED',
  409: 'ABORTED',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

/** The error of a fault rule, as the API or the token endpoint would write it. */
export function failedAnswer(status: number, { message, retryAfterS }: RequestEffect, isTokenEndpoint: boolean): Response {
  const headers: Record<string, string> = retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  const words = message ?? 'A fault rule of the emulator made this call fail.';
  if (isTokenEndpoint) return json(status, { error: status < 500 ? 'invalid_request' : 'server_error', error_description: words }, headers);
  const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retryAfterS}s` };
  const details = retryAfterS === undefined ? [] : [retry];
  return json(status, { error: { code: status, message: words, status: NAMES[status] ?? 'UNKNOWN', details } }, headers);
}
