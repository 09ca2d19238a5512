import type { RetryOptions } from './retry-options.ts';

/** Options of one call; each overrides what the client was made with. */
export interface CallOptions {
  /** Ends the call at once; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Milliseconds until an attempt fails with a `TimeoutError`; `0` means no limit. */
  timeoutMs?: number | undefined;
  /** Milliseconds until the whole call fails with a `TimeoutError`: every attempt and wait together. Default none. */
  deadlineMs?: number | undefined;
  /** When the call is tried again; `false` for never. */
  retry?: RetryOptions | false | undefined;
  /** Headers to add, such as a trace id; none that frame the request. */
  headers?: Record<string, string> | undefined;
  /** Fields of the body that these types do not know yet, merged over it at the top. */
  extraBody?: Record<string, unknown> | undefined;
}

/** What came back on the wire, beside the data. */
export interface CallResponse {
  /** HTTP status. */
  status: number;
  /** Headers of the answer. */
  headers: { get(name: string): string | null };
}

/** The data and what it came with. */
export interface DataWithResponse<T> {
  data: T;
  response: CallResponse;
}

/** A promise of the data; {@link CallPromise.withResponse} gives the headers and status too. */
export interface CallPromise<T> extends Promise<T> {
  /** The data with the answer it came in: headers, request ids, status. */
  withResponse(): Promise<DataWithResponse<T>>;
}

/**
 * A list: awaited it is the first page, iterated it is every item of every page.
 * Leaving the loop stops the requests.
 */
export interface PagePromise<Item, Page> extends CallPromise<Page>, AsyncIterable<Item> {}
