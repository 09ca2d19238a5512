import { onAbort } from '../on-abort.ts';
import { toTimerMs } from '../timer-limit.ts';
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
  const timer = timeoutMs > 0 ? setTimeout(expire, toTimerMs(timeoutMs)) : undefined;
  const forget = onAbort(signal, stop);
  return {
    clear() {
      clearTimeout(timer);
      forget();
    },
    explain(error) {
      if (signal?.aborted) return signal.reason;
      return late ? toTimeoutError(request, timeoutMs) : toConnectionError(request, error);
    },
  };
}
