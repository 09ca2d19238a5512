import { ConnectionError } from '@convapi/core';
import type { OutgoingRequest, Send, TransportResponse } from './transport.ts';

/** The last step: a `fetch`. Reads the body too, so that a connection lost in the middle of it is an error of the call. */
export function createFetchTransport(fetch: typeof globalThis.fetch): Send {
  return async (request: OutgoingRequest): Promise<TransportResponse> => {
    const { method, headers, body, signal } = request;
    try {
      const response = await fetch(request.url, {
        method,
        headers,
        redirect: 'manual', // an API that redirects is a proxy or a wrong address: following would carry the token along
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      });
      const text = await response.text();
      return { status: response.status, ok: response.ok, headers: response.headers, text: async () => text };
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const { origin } = new URL(request.url);
      throw new ConnectionError(
        `[@convapi/client] no answer from ${origin}: ${reasonOf(cause)}. Check the network, \`region\` and \`baseUrl\`.`,
        { cause },
      );
    }
  };
}

/** `fetch failed` says nothing; what failed is in the cause, or in the first of several. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? first.message : String(first);
}
