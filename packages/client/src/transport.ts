/** A request as it goes out: what the steps pass on, on every runtime. Light on purpose: no streams, a body that can be sent again. */
export class OutgoingRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;

  constructor(url: string, init: { method?: string; headers?: HeadersInit; body?: string | undefined; signal?: AbortSignal | undefined }) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.body = init.body;
    this.signal = init.signal;
  }

  /** The same request with something else about it. */
  with(change: { headers?: Headers; signal?: AbortSignal | undefined }): OutgoingRequest {
    const { method, headers, body, signal } = this;
    return new OutgoingRequest(this.url, { method, headers, body, signal, ...change });
  }
}

/** An answer that has been read to its end. */
export interface TransportResponse {
  status: number;
  ok: boolean;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** A step of the request path: takes a request, resolves when the answer has been read. */
export type Send = (request: OutgoingRequest) => Promise<TransportResponse>;
