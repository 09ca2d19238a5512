import { TimeoutError } from '@convapi/core';
import { timeLimit } from '../time-limit.ts';
import type { Transport } from '../transport/transport.ts';

/** Ends a request after a time, beside the caller's signal. `0` means no limit. `option` is named in the error. */
export function withTimeout(send: Transport, timeoutMs: number, option = 'timeoutMs'): Transport {
  if (timeoutMs === 0) return send;
  return async (request, signal) => {
    const limit = timeLimit(timeoutMs, signal, () => {
      const what = `no answer from ${new URL(request.url).origin}`;
      return toTimeoutError(what, option, timeoutMs, request.left);
    });
    try {
      return await send(request, limit.signal);
    } finally {
      limit.clear();
    }
  };
}

/** The error of a limit that has passed. */
export function toTimeoutError(what: string, option: string, timeoutMs: number, requestLeft: boolean): TimeoutError {
  const message = `[@convapi/client] ${what} within ${timeoutMs} ms. Raise \`${option}\` or check the network.`;
  return new TimeoutError(message, { timeoutMs, requestLeft });
}
