import { timeLimit } from '../time-limit.ts';
import { toTimeoutError } from '../transport/connection-error.ts';
import type { Transport, TransportRequest } from '../transport/transport.ts';
import type { Step } from './step.ts';

/** Hands over to the transport, and ends an attempt that takes too long. */
export function withTimeout(transport: Transport): Step {
  if (transport.timed) {
    return (request, { timeoutMs }, signal) => {
      request.timeoutMs = timeoutMs;
      return transport(request, signal);
    };
  }
  return (request, { timeoutMs }, signal) => within(timeoutMs, 'timeoutMs', request, signal, (limited) => transport(request, limited));
}

/** Ends the whole call, every attempt and wait together. */
export function withDeadline(next: Step): Step {
  return (request, call, signal) => within(call.deadlineMs ?? 0, 'deadlineMs', request, signal, (limited) => next(request, call, limited));
}

/** A limit of time, beside the signal. `0` means none. `option` is named in the error. */
function within<T>(
  ms: number,
  option: string,
  request: TransportRequest,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (ms === 0) return work(signal);
  const limit = timeLimit(ms, signal, () => toTimeoutError(request, ms, option));
  return work(limit.signal).finally(limit.clear);
}
