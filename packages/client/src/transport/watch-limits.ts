import { toConnectionError, toTimeoutError } from './connection-error.ts';
import type { TransportRequest } from './transport.ts';

/** What may end an exchange before its answer has come. */
export interface Limits {
  /** To be called when the exchange is over. */
  clear(): void;
  /** The error for a failure: the reason of the signal, a `TimeoutError`, or a `ConnectionError`. */
  explain(error: unknown): unknown;
}

/** Calls `stop` when the time of a request is over or the signal fires. A timer is all it costs: no signal is made. */
export function watchLimits(request: TransportRequest, signal: AbortSignal | undefined, stop: () => void): Limits {
  const { timeoutMs } = request;
  let late = false;
  const expire = () => {
    late = true;
    stop();
  };
  const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
  signal?.addEventListener('abort', stop, { once: true });
  return {
    clear() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    },
    explain(error) {
      if (signal?.aborted) return signal.reason;
      return late ? toTimeoutError(request, timeoutMs, 'timeoutMs') : toConnectionError(request, error);
    },
  };
}
