import { fetchTransport } from './fetch-transport.ts';
import type { Transport } from './transport.ts';

/** The transport of runtimes whose `fetch` is the fast way. */
export function defaultTransport(): Transport {
  // looked up at each call, so that a patched global is seen
  return fetchTransport((input, init) => fetch(input, init));
}
