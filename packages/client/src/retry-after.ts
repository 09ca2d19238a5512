import type { ErrorDetailEntry } from '@convapi/core';
import type { TransportResponse } from './transport/transport.ts';

/** How long an answer asks to wait, in milliseconds: `Retry-After` in seconds or as a date, or google.rpc.RetryInfo in the body. */
export function retryAfterMs(headers: TransportResponse['headers'], details: ErrorDetailEntry[], nowMs: number): number | undefined {
  const header = headers.get('retry-after');
  if (header !== null && /^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header ?? '');
  if (!Number.isNaN(date)) return Math.max(0, date - nowMs);
  for (const { retry_delay: delay, retryDelay = delay } of details) {
    const seconds = typeof retryDelay === 'string' ? Number.parseFloat(retryDelay) : Number.NaN;
    if (Number.isFinite(seconds)) return seconds * 1000;
  }
  return undefined;
}
