import { type Dispatcher, request as undiciRequest } from 'undici';
import { failedToConnect, toConnectionError } from './connection-error.ts';
import { type Transport, type TransportResponse, toResponse } from './transport.ts';

/** Options of {@link undiciTransport}. */
export interface UndiciTransportOptions {
  /** An `Agent`, `Pool` or `ProxyAgent` of undici. Default: undici's global one. */
  dispatcher?: Dispatcher | undefined;
}

/**
 * A transport over `undici.request`, the fastest on Node, for those who have undici installed.
 *
 * @example
 * ```ts
 * import { undiciTransport } from '@convapi/client/undici';
 * import { Agent } from 'undici';
 *
 * const transport = undiciTransport({ dispatcher: new Agent({ connections: 50 }) });
 * ```
 */
export function undiciTransport({ dispatcher }: UndiciTransportOptions = {}): Transport {
  return async (request, signal) => {
    if (signal?.aborted) throw signal.reason;
    request.left = true; // undici does not say; what it fails with may
    try {
      const { statusCode, headers, body } = await undiciRequest(request.url, {
        method: request.method as Dispatcher.HttpMethod,
        headers: request.headers,
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(signal ? { signal } : {}),
        ...(dispatcher ? { dispatcher } : {}),
      });
      request.status = statusCode;
      return toResponse(statusCode, headersOf(headers), await body.text());
    } catch (error) {
      request.left = !failedToConnect(error);
      if (signal?.aborted) throw signal.reason;
      throw toConnectionError(request, error);
    }
  };
}

function headersOf(headers: Record<string, string | string[] | undefined>): TransportResponse['headers'] {
  return {
    get(name) {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
