import { TimeoutError } from '@convapi/core';
import type { Send } from './transport.ts';

/** Gives each attempt its own time limit, beside the caller's signal. `0` means no limit. */
export function withTimeout(send: Send, timeoutMs: number): Send {
  if (timeoutMs === 0) return send;
  return async (request) => {
    const controller = new AbortController();
    const { signal } = request;
    const follow = () => controller.abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow, { once: true });
    const timer = setTimeout(() => controller.abort(timeoutError(request.url, timeoutMs)), timeoutMs);
    try {
      return await send(request.with({ signal: controller.signal }));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    }
  };
}

function timeoutError(url: string, timeoutMs: number): TimeoutError {
  const { origin } = new URL(url);
  return new TimeoutError(`[@convapi/client] no answer from ${origin} within ${timeoutMs} ms. Raise \`timeoutMs\` or check the network.`, {
    timeoutMs,
  });
}
