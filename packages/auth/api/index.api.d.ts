// What customers see. Written by "pnpm api:update": a change here is a change for them.

interface AccessKey {
    keyId: string;
    keySecret: string;
}

interface AuthenticatedCall {
    url: string;
    signal?: AbortSignal;
}

interface Authenticator {
    headers(call: AuthenticatedCall): Promise<HeadersLike>;
    refused?(call: RefusedCall): Promise<boolean>;
}

interface ClientCredentialsOptions extends AccessKey {
    tokenUrl?: string | undefined;
    tokenStore?: TokenStore | undefined;
    fetch?: typeof globalThis.fetch | undefined;
    now?: (() => number) | undefined;
    random?: (() => number) | undefined;
    sleep?: ((ms: number) => Promise<void>) | undefined;
}

type HeadersLike = Headers | Record<string, string> | [
    string,
    string
][];

interface RefusedCall extends AuthenticatedCall {
    headers: HeadersLike;
}

interface TokenStore {
    get(key: string): Promise<string | undefined> | string | undefined;
    set(key: string, value: string, ttlMs: number): Promise<unknown> | unknown;
    delete(key: string): Promise<unknown> | unknown;
    lock?(key: string, ttlMs: number): Promise<(() => Promise<unknown> | unknown) | undefined>;
}

declare function basicAuth(key: AccessKey): Authenticator;

declare function bearerToken(getToken: () => string | Promise<string>): Authenticator;

declare function clientCredentials(options: ClientCredentialsOptions): Authenticator;

export type {
  AccessKey,
  AuthenticatedCall,
  Authenticator,
  ClientCredentialsOptions,
  HeadersLike,
  RefusedCall,
  TokenStore,
};
export {
  basicAuth,
  bearerToken,
  clientCredentials,
};
