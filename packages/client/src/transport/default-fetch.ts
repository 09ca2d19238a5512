import type { FetchLike } from '@convapi/core';
import type { Transport } from './transport.ts';

/** The transport of runtimes whose `fetch` is the fast way. It is handed `fetchTransport`, to stand alone. */
export function defaultTransport(fetchTransport: (fetch: FetchLike) => Transport): Transport {
  // looked up at each call, so that a patched global is seen
  return fetchTransport((input, init) => fetch(input, init));
}
