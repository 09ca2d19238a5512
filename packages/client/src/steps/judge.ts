import { isConnectionError, isTimeoutError } from '@convapi/core';
import type { ErrorBody } from '../error-body.ts';
import type { TransportRequest } from '../transport/transport.ts';

/**
 * What an attempt means: `final` is not tried again, `retry` may be, because the service did not take it or because
 * reading twice is harmless, `unknown` left the machine and may have been taken.
 */
export type Verdict = 'final' | 'retry' | 'unknown';

/**
 * Judges an answer that is not a 2xx. `read`: repeating the call changes nothing. A 503 says that a write was not taken only
 * when the service itself says so, with a google.rpc code: a proxy gives one after it has passed the request on, too.
 */
export function judgeResponse(status: number, said: ErrorBody | undefined, read: boolean): Verdict {
  if (status === 501) return 'final';
  if (status === 429 || (status === 503 && said?.code !== undefined)) return 'retry';
  if (status === 408 || status >= 500) return read ? 'retry' : 'unknown';
  return 'final';
}

/** Judges a failure. An answer that was lost after the service had taken the request is final for a write. */
export function judgeError(error: unknown, { taken }: TransportRequest, read: boolean): Verdict {
  if (!isConnectionError(error) && !isTimeoutError(error)) return 'final';
  if (read || !error.requestLeft) return 'retry';
  return taken ? 'final' : 'unknown';
}
