import { DeliveryUnknownError, isTimeoutError } from '@convapi/core';
import { nameOf } from '../error-shape.ts';
import { maskCredentials } from '../mask-credentials.ts';
import { type CallPlace, toApiError } from '../to-api-error.ts';
import type { TransportRequest } from '../transport/transport.ts';
import type { Call, Step } from './step.ts';

/** Turns an answer that is not a 2xx into an error, and judges what a failed send leaves behind. */
export function withErrors(next: Step, place: Omit<CallPlace, 'operation'>, now: () => number): Step {
  return async (request, call, signal) => {
    try {
      const response = await next(request, call, signal);
      if (response.ok) return response;
      const text = maskCredentials(await response.text(), request.headers.authorization);
      throw toApiError(response, text, { ...place, operation: call.operation.name }, now());
    } catch (error) {
      throw call.operation.sends ? judgeSend(error, request, call) : error;
    }
  };
}

/** A send that failed, but was or may have been taken on the way, is neither done nor not done. */
function judgeSend(cause: unknown, { taken, left }: TransportRequest, { maybeTaken, operation: { name } }: Call): unknown {
  // the deadline of a call comes from outside of the attempt that it ends
  const inFlight = left && isTimeoutError(cause);
  if (!taken && !maybeTaken && !inFlight) return cause;
  const reason = reasonOf(cause);
  const what = taken
    ? `was taken, but its answer was lost (${reason}). Look it up to learn its id; do not send it again.`
    : `left, and whether it was taken is unknown (${reason}). Look it up before sending it again, or choose another \`retry.sends\`.`;
  return new DeliveryUnknownError(`[@convapi/client] ${name}: the request ${what}`, {
    cause,
    operation: name,
    taken: taken ? 'yes' : 'unknown',
  });
}

function reasonOf(cause: unknown): string {
  const { status } = (cause ?? {}) as { status?: unknown };
  return typeof status === 'number' ? `${nameOf(cause)} ${status}` : nameOf(cause);
}
