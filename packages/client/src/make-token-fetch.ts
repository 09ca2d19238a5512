import type { FetchLike } from '@convapi/core';
import type { CallHooks } from './hooks.ts';
import type { Operation } from './operation.ts';
import { withHooks } from './steps/with-hooks.ts';
import { withTimeout } from './steps/with-timeout.ts';
import { type Transport, TransportRequest } from './transport/transport.ts';

const MAX_RESPONSE_BYTES = 1024 * 1024;
const POLICY = { maxRetries: 0, maxDelayMs: 0, sends: 'at-most-once' } as const;

/**
 * A `fetch` for requests for credentials. They go out by the transport of the calls, so one agent, proxy or certificate holds
 * for both, and hooks see them as `auth.token`. The authenticator sets their limits.
 */
export function makeTokenFetch(transport: Transport, begin: (operation: Operation) => CallHooks | undefined): FetchLike {
  const send = withHooks(withTimeout(transport));
  return async (url, { method, headers, body, signal }) => {
    const operation: Operation = { name: 'auth.token', method, path: new URL(url).pathname, parameters: [], read: true, empty: true };
    const call = { operation, timeoutMs: 0, maxResponseBytes: MAX_RESPONSE_BYTES, policy: POLICY, hooks: begin(operation) };
    return send(new TransportRequest(url, { method, headers, body }), call, signal);
  };
}
