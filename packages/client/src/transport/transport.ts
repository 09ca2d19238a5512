import { ConvapiError } from '@convapi/core';

/** Headers that frame a request: the transport sets them, and nobody else. */
const FRAMING =
  /^(host|connection|keep-alive|proxy-.*|upgrade|expect|te|trailer|transfer-encoding|content-length|content-encoding|accept-encoding)$/;
const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** A request as it goes out. Light on purpose: no streams, and a body that can be sent again. */
export class TransportRequest {
  readonly url: string;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Record<string, string> = {};
  readonly body: string | undefined;
  /** Set by the transport: has any of it left this machine? What has not left can be sent again without harm. */
  left = false;
  /** Status of the answer, as soon as that has begun. */
  status: number | undefined = undefined;
  /** Did the service itself say that it took the request: a 2xx that is JSON? */
  taken = false;
  /** Milliseconds until a `timed` transport must end the request; `0` means no limit. */
  timeoutMs = 0;
  /** Longest answer that a transport reads, in bytes, after decompression. */
  maxResponseBytes = 32 * 1024 * 1024;

  constructor(url: string, init: { method?: string; headers?: Record<string, string> | undefined; body?: string | undefined } = {}) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.body = init.body;
    if (this.body !== undefined) this.headers['content-type'] = 'application/json';
    if (init.headers) this.setHeaders(init.headers);
  }

  /**
   * Adds headers, in place of those of the same name.
   *
   * @throws {@link ConvapiError} for what would frame the request in another way, or is no header; never with its value.
   */
  setHeaders(headers: Record<string, string> | Headers | [string, string][]): void {
    for (const [name, value] of isIterable(headers) ? headers : Object.entries(headers)) {
      const lower = name.toLowerCase();
      if (FRAMING.test(lower)) throw wrong(`the header ${lower} is set by the transport`, 'Leave it out');
      if (!NAME.test(lower)) throw wrong(`${JSON.stringify(name)} is no name of a header`, 'Use letters, digits and hyphens');
      if (typeof value !== 'string' || !VALUE.test(value)) {
        throw wrong(`the header ${lower} has a value that no header can carry`, 'Pass text without line breaks, in Latin letters');
      }
      this.headers[lower] = value;
    }
  }

  /** To be called by the transport as soon as an answer begins. */
  answered(status: number, headers: TransportResponse['headers']): void {
    this.status = status;
    this.taken = status >= 200 && status < 300 && /\bjson\b/i.test(headers.get('content-type') ?? '');
  }

  /** Forgets an attempt, before the next one. */
  reset(): void {
    this.left = false;
    this.status = undefined;
    this.taken = false;
  }
}

function wrong(what: string, advice: string): ConvapiError {
  return new ConvapiError(`[@convapi/client] ${what}. ${advice}.`);
}

function isIterable(headers: object): headers is Iterable<[string, string]> {
  return Symbol.iterator in headers;
}

/** An answer that has been read to its end. */
export interface TransportResponse {
  /** HTTP status. */
  status: number;
  /** The status is 200 to 299. */
  ok: boolean;
  /** Headers of the answer; `null` for one that is not there. */
  headers: { get(name: string): string | null };
  /** The whole body. */
  text(): Promise<string>;
  /** What the text holds, set by the step that parses it. */
  data?: unknown;
}

/** Carries requests to the service. */
export interface Transport {
  /**
   * Resolves when the answer has been read to its end.
   *
   * It sets `request.left`, calls `request.answered` when an answer begins, reads no more than `request.maxResponseBytes`,
   * follows no redirects, rejects at once with the reason of the signal when that fires, and otherwise with a `ConnectionError`.
   */
  (request: TransportRequest, signal?: AbortSignal): Promise<TransportResponse>;
  /** It ends requests after their `timeoutMs` by itself, with `toTimeoutError`: a timer is cheaper than a signal. */
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
