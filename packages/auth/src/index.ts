export type { AuthenticatedCall, Authenticator, HeadersLike, RefusedCall } from './authenticator.ts';
export { basicAuth } from './basic-auth.ts';
export { bearerToken } from './bearer-token.ts';
export type { AccessKey } from './check-key.ts';
export { type ClientCredentialsOptions, clientCredentials } from './client-credentials.ts';
export type { TokenStore } from './token-store.ts';
