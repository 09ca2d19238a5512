import type { FetchLike, FetchLikeResponse } from '@convapi/core';
import { wrongOption } from '../check-options.ts';
import { failedToConnect, toConnectionError } from './connection-error.ts';
import { type Transport, toResponse } from './transport.ts';

/**
 * A transport over `fetch`: the default wherever there is no node:http, and the way to bring a `fetch` of your own, of
 * undici or node-fetch for example.
 *
 * @throws {@link ConvapiError} when it is given no function.
 * @example
 * ```ts
 * import { fetchTransport } from '@convapi/client';
 *
 * const transport = fetchTransport(globalThis.fetch);
 * ```
 */
export function fetchTransport(fetch: FetchLike): Transport {
  if (typeof fetch !== 'function') throw wrongOption('fetchTransport got no function', 'Pass one like the global fetch');
  return async (request, signal) => {
    const { method, headers, body } = request;
    if (signal?.aborted) throw signal.reason;
    request.left = true; // fetch does not say; what it fails with may
    try {
      const response = await fetch(request.url, {
        method,
        headers,
        redirect: 'manual', // an API that redirects is a proxy or a wrong address: following would carry the token along
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      });
      request.answered(response.status, response.headers);
      return toResponse(response.status, response.headers, await readText(response, request.maxResponseBytes));
    } catch (error) {
      request.left = request.status !== undefined || !failedToConnect(error);
      if (signal?.aborted) throw signal.reason;
      throw toConnectionError(request, error);
    }
  };
}

/** What is there of a body that can be read piece by piece. */
interface ReadableBody {
  getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
}

/** The text of an answer; piece by piece where its length is not known to be within the limit. */
async function readText(response: FetchLikeResponse, maxBytes: number): Promise<string> {
  const { headers, body } = response as FetchLikeResponse & { body?: Partial<ReadableBody> | null };
  const length = Number(headers.get('content-length') ?? Number.NaN);
  const isKnown = headers.get('content-encoding') === null && length <= maxBytes;
  if (isKnown || typeof body?.getReader !== 'function') return response.text();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || !value) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Error(`it is longer than ${maxBytes} bytes, the limit that \`maxResponseBytes\` sets`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
