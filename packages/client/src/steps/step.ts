import type { CallHooks } from '../hooks.ts';
import type { Operation } from '../operation.ts';
import type { RetryPolicy } from '../retry-options.ts';
import type { TransportRequest, TransportResponse } from '../transport/transport.ts';

/** What the steps know of the call that a request belongs to. */
export interface Call {
  operation: Operation;
  body?: object | undefined;
  /** Limit of an attempt, in milliseconds; `0` means none. */
  timeoutMs: number;
  /** Limit of all together, in milliseconds; `0` means none. */
  deadlineMs?: number;
  /** Longest answer, in bytes. */
  maxResponseBytes: number;
  policy: RetryPolicy;
  hooks?: CallHooks | undefined;
  /** Set by the retry step: may an attempt have been taken, although it was not answered so? */
  maybeTaken?: boolean;
  /** Set by the steps: what the call waits for, when that is not the answer of the service. */
  waitsFor?: string | undefined;
}

/** One step of the request path. The path is put together once for a client; what differs between calls is in `call`. */
export type Step = (request: TransportRequest, call: Call, signal: AbortSignal | undefined) => Promise<TransportResponse>;
