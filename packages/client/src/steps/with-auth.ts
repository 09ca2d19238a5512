import type { Authenticator } from '@convapi/auth';
import type { Step } from './step.ts';

/** Adds credentials. When the service refuses them with 401, the authenticator may replace them, and the call is repeated once. */
export function withAuth(next: Step, auth: Authenticator): Step {
  return async (request, call, signal) => {
    const place = signal ? { url: request.url, signal } : { url: request.url };
    const headers = await auth.headers(place);
    request.setHeaders(headers);
    const response = await next(request, call, signal);
    if (response.status !== 401 || !(await auth.refused?.({ ...place, headers }))) return response;
    request.setHeaders(await auth.headers(place));
    return next(request, call, signal);
  };
}
