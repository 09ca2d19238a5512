import type { HeadersLike } from '@convapi/auth';

/** A request as it goes out. Light on purpose: no streams, and a body that can be sent again. */
export class TransportRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Set by the transport: has any of it left this machine? What has not left can be sent again without harm. */
  left = false;
  /** Set by the transport: status of the answer, as soon as that has begun. */
  status: number | undefined = undefined;
  /** Set by the retry step: may an attempt have been taken, although it was not answered so? */
  maybeTaken = false;

  constructor(url: string, init: { method?: string; headers?: HeadersLike; body?: string | undefined } = {}) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.body = init.body;
  }
}

/** An answer that has been read to its end. */
export interface TransportResponse {
  status: number;
  ok: boolean;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
  /** What the text holds, set by the step that parses it. */
  data?: unknown;
}

/**
 * Carries a request to the service and resolves when the answer has been read to its end.
 *
 * It sets `request.left` and `request.status`, follows no redirects, rejects with the reason of the signal when that fires, and otherwise
 * with a `ConnectionError`.
 */
export type Transport = (request: TransportRequest, signal?: AbortSignal) => Promise<TransportResponse>;

/** Makes the answer of a transport from what it has read. */
export function toResponse(status: number, headers: TransportResponse['headers'], text: string): TransportResponse {
  return { status, ok: status >= 200 && status < 300, headers, text: async () => text };
}
