import { TimeoutError } from '@convapi/core';
import { withinTime } from '../time-limit.ts';
import { toTimeoutError } from '../transport/connection-error.ts';
import type { Transport } from '../transport/transport.ts';
import type { Step } from './step.ts';

/** Hands over to the transport, and ends an attempt that takes too long. */
export function withTimeout(transport: Transport): Step {
  const send: Step = (request, { timeoutMs, maxResponseBytes }, signal) => {
    request.timeoutMs = timeoutMs;
    request.maxResponseBytes = maxResponseBytes;
    return transport(request, signal);
  };
  if (transport.timed) return send;
  return (request, call, signal) => {
    const { timeoutMs } = call;
    if (timeoutMs === 0 && !signal) return send(request, call, signal);
    return withinTime(
      timeoutMs,
      signal,
      () => toTimeoutError(request, timeoutMs),
      (limited) => send(request, call, limited),
    );
  };
}

/** Ends the whole call, every attempt and wait together, whatever it waits for. */
export function withDeadline(next: Step): Step {
  return (request, call, signal) => {
    const { deadlineMs = 0 } = call;
    if (deadlineMs === 0 && !signal) return next(request, call, signal);
    const toError = () => {
      const message = `[@convapi/client] ${call.operation.name} was not finished within ${deadlineMs} ms, waiting for ${call.waitsFor ?? `an answer from ${new URL(request.url).origin}`}. Raise \`deadlineMs\`.`;
      return new TimeoutError(message, { timeoutMs: deadlineMs, requestLeft: request.left });
    };
    return withinTime(deadlineMs, signal, toError, (limited) => next(request, call, limited));
  };
}
