import type { AuthenticatedCall, Authenticator } from '@convapi/auth';
import type { FetchLike } from '@convapi/core';
import type { Step } from './step.ts';

/**
 * Adds credentials. What they are asked for goes out by `ask`, and within the limits of the call. When the service refuses
 * them with 401, the authenticator may replace them, and the call is repeated once.
 */
export function withAuth(next: Step, auth: Authenticator, ask: FetchLike): Step {
  return async (request, call, signal) => {
    const { timeoutMs, policy } = call;
    const { maxRetries, maxDelayMs } = policy;
    const place: AuthenticatedCall = { url: request.url, signal, timeoutMs, maxRetries, maxDelayMs, fetch: ask };
    call.waitsFor = 'credentials from `auth`';
    const headers = await auth.headers(place);
    call.waitsFor = undefined;
    request.setHeaders(headers);
    const response = await next(request, call, signal);
    if (response.status !== 401) return response;
    call.waitsFor = 'credentials from `auth`';
    if (!(await auth.refused?.({ ...place, headers }))) return response;
    request.reset();
    request.setHeaders(await auth.headers(place));
    return next(request, call, signal);
  };
}
