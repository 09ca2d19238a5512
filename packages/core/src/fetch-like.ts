/** What our requests ask of a `fetch`. */
export interface FetchLikeInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Never followed: an API that redirects is a proxy or a wrong address, and following would carry credentials along. */
  redirect: 'manual';
  signal?: AbortSignal;
}

/** What our requests read of an answer. */
export interface FetchLikeResponse {
  /** HTTP status. */
  readonly status: number;
  /** Headers of the answer; `null` for one that is not there. */
  readonly headers: { get(name: string): string | null };
  /** The whole body, read once. */
  text(): Promise<string>;
}

/** Any `fetch`, told by what is used of it: the platform's, undici's, node-fetch's, or a function of a test. */
export type FetchLike = (url: string, init: FetchLikeInit) => Promise<FetchLikeResponse>;
