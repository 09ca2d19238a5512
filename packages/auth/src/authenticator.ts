import type { FetchLike } from '@convapi/core';

/** Headers in any of the forms that `fetch` takes. */
export type HeadersLike = Headers | Record<string, string> | [string, string][];

/** The call that credentials are wanted for, and the limits that it gives to getting them. */
export interface AuthenticatedCall {
  /** Address of the call. */
  url: string;
  /** The caller's signal: waiting for credentials ends with it. */
  signal?: AbortSignal | undefined;
  /** Makes requests for credentials the way the call itself goes out: same proxy, certificates and hooks. Default: the global `fetch`. */
  fetch?: FetchLike | undefined;
  /** Milliseconds to wait for each request for credentials; `0` means the authenticator's own limit. Default `0`. */
  timeoutMs?: number | undefined;
  /** Requests for credentials after one that failed. Default 3; `0` means none. */
  maxRetries?: number | undefined;
  /** Longest wait before such a request, in milliseconds. Default 30 000. */
  maxDelayMs?: number | undefined;
}

/** A call that the service answered with 401. */
export interface RefusedCall extends AuthenticatedCall {
  /** The headers that it was made with, as this authenticator gave them. */
  headers: HeadersLike;
}

/** Gives credentials to calls. Made by `clientCredentials`, `basicAuth` or `bearerToken`, or your own. */
export interface Authenticator {
  /** Headers that authenticate a call. */
  headers(call: AuthenticatedCall): Promise<HeadersLike>;
  /** Told about a 401. `true` means that new credentials are at hand and the call is worth repeating, once. */
  refused?(call: RefusedCall): Promise<boolean>;
}
