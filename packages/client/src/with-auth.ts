import type { Authenticator, HeadersLike } from '@convapi/auth';
import type { OutgoingRequest, Send } from './transport.ts';

/** Adds credentials. When the service refuses them with 401, the authenticator may replace them, and the call is repeated once. */
export function withAuth(send: Send, auth: Authenticator): Send {
  return async (request) => {
    const headers = await auth.headers(callOf(request));
    const response = await send(authorized(request, headers));
    if (response.status !== 401 || !(await auth.refused?.({ ...callOf(request), headers }))) return response;
    return send(authorized(request, await auth.headers(callOf(request))));
  };
}

function callOf({ url, signal }: OutgoingRequest): { url: string; signal?: AbortSignal } {
  return signal ? { url, signal } : { url };
}

function authorized(request: OutgoingRequest, extra: HeadersLike): OutgoingRequest {
  const headers = new Headers(request.headers);
  new Headers(extra).forEach((value, name) => {
    headers.set(name, value);
  });
  return request.with({ headers });
}
