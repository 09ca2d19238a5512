/** Headers in any of the forms that `fetch` takes. */
export type HeadersLike = Headers | Record<string, string> | [string, string][];

/** The call that credentials are wanted for. */
export interface AuthenticatedCall {
  /** Address of the call. */
  url: string;
  /** The caller's signal: waiting for credentials ends with it. */
  signal?: AbortSignal;
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
