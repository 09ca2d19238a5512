import { TimeoutError } from '@convapi/core';
import type { Transport } from '../transport/transport.ts';

/** Ends a request after a time, beside the caller's signal. `0` means no limit. `what` is told in the error. */
export function withTimeout(send: Transport, timeoutMs: number, what = 'timeoutMs'): Transport {
  if (timeoutMs === 0) return send;
  return async (request, signal) => {
    const controller = new AbortController();
    const follow = () => controller.abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow, { once: true });
    const timer = setTimeout(() => {
      const { origin } = new URL(request.url);
      const message = `[@convapi/client] no answer from ${origin} within ${timeoutMs} ms. Raise \`${what}\` or check the network.`;
      controller.abort(new TimeoutError(message, { timeoutMs, requestLeft: request.left }));
    }, timeoutMs);
    try {
      return await send(request, controller.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    }
  };
}
