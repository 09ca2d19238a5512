import { timeLimit } from '../time-limit.ts';
import { toTimeoutError } from '../transport/connection-error.ts';
import type { Transport } from '../transport/transport.ts';

/** Ends a request after a time, beside the caller's signal. `0` means no limit. `option` is named in the error. */
export function withTimeout(send: Transport, timeoutMs: number, option = 'timeoutMs'): Transport {
  if (timeoutMs === 0) return send;
  if (send.timed) {
    return (request, signal) => {
      request.timeoutMs = timeoutMs;
      return send(request, signal);
    };
  }
  return async (request, signal) => {
    const limit = timeLimit(timeoutMs, signal, () => toTimeoutError(request, timeoutMs, option));
    try {
      return await send(request, limit.signal);
    } finally {
      limit.clear();
    }
  };
}
