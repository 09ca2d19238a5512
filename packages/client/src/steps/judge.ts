import { isConnectionError, isTimeoutError } from '@convapi/core';
import type { TransportRequest, TransportResponse } from '../transport/transport.ts';

/**
 * What an attempt means: `final` is not tried again, `retry` may be, because the service did not take it or because
 * reading twice is harmless, `unknown` left the machine and may have been taken.
 */
export type Verdict = 'final' | 'retry' | 'unknown';

/** Judges an answer that is not a 2xx. `read`: repeating the call changes nothing. */
export function judgeResponse({ status }: TransportResponse, read: boolean): Verdict {
  if (status === 501) return 'final';
  if (status === 429 || status === 503) return 'retry';
  if (status === 408 || status >= 500) return read ? 'retry' : 'unknown';
  return 'final';
}

/** Judges a failure. An answer that was lost after a 2xx had been taken, so a write is never sent again. */
export function judgeError(error: unknown, request: TransportRequest, read: boolean): Verdict {
  if (!isConnectionError(error) && !isTimeoutError(error)) return 'final';
  if (read || !error.requestLeft) return 'retry';
  return wasTaken(request) ? 'final' : 'unknown';
}

/** Has the service said that it took the request? */
export function wasTaken({ status = 0 }: TransportRequest): boolean {
  return status >= 200 && status < 300;
}
