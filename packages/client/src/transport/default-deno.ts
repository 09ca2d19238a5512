import type { FetchLike } from '@convapi/core';
import type { Transport } from './transport.ts';

/** What is needed of Deno's own API. */
declare const Deno: { createHttpClient?(options: { poolMaxIdlePerHost: number }): { close(): void } };

/**
 * The transport of Deno. Its `fetch` sends a request again by itself, a POST too, when a kept connection ends before the
 * answer, and a message would go out twice. So what may change something gets a connection of its own.
 */
export function defaultTransport(fetchTransport: (fetch: FetchLike) => Transport): Transport {
  const overKept = fetchTransport((input, init) => fetch(input, init));
  return async (request, signal) => {
    const client = request.method === 'GET' ? undefined : Deno.createHttpClient?.({ poolMaxIdlePerHost: 0 });
    if (!client) return overKept(request, signal);
    try {
      return await fetchTransport((input, init) => fetch(input, { ...init, client } as RequestInit))(request, signal);
    } finally {
      client.close();
    }
  };
}
