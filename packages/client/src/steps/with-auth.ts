import type { Authenticator } from '@convapi/auth';
import type { Transport } from '../transport/transport.ts';

/** Adds credentials. When the service refuses them with 401, the authenticator may replace them, and the call is repeated once. */
export function withAuth(send: Transport, auth: Authenticator): Transport {
  return async (request, signal) => {
    const call = signal ? { url: request.url, signal } : { url: request.url };
    const headers = await auth.headers(call);
    request.setHeaders(headers);
    const response = await send(request, signal);
    if (response.status !== 401 || !(await auth.refused?.({ ...call, headers }))) return response;
    request.setHeaders(await auth.headers(call));
    return send(request, signal);
  };
}
