import { ConnectionError, TimeoutError } from '@convapi/core';
import type { TransportRequest } from './transport.ts';

/** Codes of failures before a connection stood: nothing of the request can have left. */
const BEFORE_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ERR_INVALID_URL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused', // Bun
]);

/** Did it fail before a connection stood? Looks at the error and what lies behind it. */
export function failedToConnect(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(failedToConnect);
  const { code, message } = error as { code?: unknown; message: string };
  if (typeof code === 'string' && BEFORE_CONNECTION.has(code)) return true;
  return message.includes('client error (Connect)') || failedToConnect(error.cause); // Deno gives no code
}

/** The error for a request that got no answer, or not all of it. */
export function toConnectionError(request: TransportRequest, cause: unknown): ConnectionError {
  const { origin } = new URL(request.url);
  const { status } = request;
  const what = status === undefined ? `no answer from ${origin}` : `the answer of ${origin} (${status}) broke off`;
  const message = `[@convapi/client] ${what}: ${reasonOf(cause)}. Check the network, \`region\` and \`baseUrl\`.`;
  return new ConnectionError(message, { cause, requestLeft: request.left, status });
}

/** `fetch failed` says nothing; what failed is in the cause, or in the first of several. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? first.message : String(first);
}

/** The error for a request that got no answer in time. `option` is what sets the limit. */
export function toTimeoutError({ url, left }: TransportRequest, timeoutMs: number, option: string): TimeoutError {
  const message = `[@convapi/client] no answer from ${new URL(url).origin} within ${timeoutMs} ms. Raise \`${option}\` or check the network.`;
  return new TimeoutError(message, { timeoutMs, requestLeft: left });
}
