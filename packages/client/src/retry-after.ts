import type { ErrorDetailEntry } from '@convapi/core';
import type { TransportResponse } from './transport/transport.ts';

/** A date as HTTP has it, `Sun, 06 Nov 1994 08:49:37 GMT`: what `Date.parse` takes besides is no date there. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` in seconds or as a date, or google.rpc.RetryInfo in the
 * body. A date is read by the clock of who wrote it, where the answer tells that: ours may be wrong.
 */
export function retryAfterMs(headers: TransportResponse['headers'], details: ErrorDetailEntry[], nowMs: number): number | undefined {
  const header = headers.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  if (HTTP_DATE.test(header)) {
    const date = headers.get('date') ?? '';
    return Math.max(0, Date.parse(header) - (HTTP_DATE.test(date) ? Date.parse(date) : nowMs));
  }
  for (const { retry_delay: delay, retryDelay = delay } of details) {
    if (typeof retryDelay === 'string' && /^\d+(\.\d+)?s$/.test(retryDelay)) return Number.parseFloat(retryDelay) * 1000;
  }
  return undefined;
}
