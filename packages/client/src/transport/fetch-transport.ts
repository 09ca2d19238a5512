import { failedToConnect, toConnectionError } from './connection-error.ts';
import { type Transport, toResponse } from './transport.ts';

/**
 * A transport over `fetch`: the default wherever there is no node:http, and the way to bring a `fetch` of your own.
 *
 * @example
 * ```ts
 * import { fetchTransport } from '@convapi/client';
 *
 * const transport = fetchTransport(globalThis.fetch);
 * ```
 */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async (request, signal) => {
    const { method, headers, body } = request;
    request.left = true; // fetch does not say; what it fails with may
    try {
      const response = await fetch(request.url, {
        method,
        headers,
        redirect: 'manual', // an API that redirects is a proxy or a wrong address: following would carry the token along
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      });
      request.status = response.status;
      return toResponse(response.status, response.headers, await response.text());
    } catch (error) {
      request.left = !failedToConnect(error);
      if (signal?.aborted) throw signal.reason;
      throw toConnectionError(request, error);
    }
  };
}
