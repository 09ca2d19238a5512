/** A request as it goes out. Light on purpose: no streams, and a body that can be sent again. */
export class TransportRequest {
  readonly url: string;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Record<string, string> = {};
  readonly body: string | undefined;
  /** Set by the transport: has any of it left this machine? What has not left can be sent again without harm. */
  left = false;
  /** Set by the transport: status of the answer, as soon as that has begun. */
  status: number | undefined = undefined;
  /** Milliseconds until a `timed` transport must end the request; `0` means no limit. */
  timeoutMs = 0;

  constructor(url: string, init: { method?: string; headers?: Record<string, string> | undefined; body?: string | undefined } = {}) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.body = init.body;
    if (this.body !== undefined) this.headers['content-type'] = 'application/json';
    if (init.headers) this.setHeaders(init.headers);
  }

  /** Adds headers, in place of those of the same name. */
  setHeaders(headers: Record<string, string> | Headers | [string, string][]): void {
    for (const [name, value] of isIterable(headers) ? headers : Object.entries(headers)) this.headers[name.toLowerCase()] = value;
  }
}

function isIterable(headers: object): headers is Iterable<[string, string]> {
  return Symbol.iterator in headers;
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

/** Carries requests to the service. */
export interface Transport {
  /**
   * Resolves when the answer has been read to its end.
   *
   * It sets `request.left` and `request.status`, follows no redirects, rejects with the reason of the signal when that
   * fires, and otherwise with a `ConnectionError`.
   */
  (request: TransportRequest, signal?: AbortSignal): Promise<TransportResponse>;
  /** It ends requests after their `timeoutMs` by itself, with {@link toTimeoutError}: a timer is cheaper than a signal. */
  timed?: true;
}

/** Makes the answer of a transport from what it has read. */
export function toResponse(status: number, headers: TransportResponse['headers'], text: string): TransportResponse {
  return { status, ok: status >= 200 && status < 300, headers, text: async () => text };
}

/** Reads headers that came as a record with names in lower case. */
export function headersOf(record: Record<string, string | string[] | undefined>): TransportResponse['headers'] {
  return {
    get(name) {
      const value = record[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : (value ?? null);
    },
  };
}
