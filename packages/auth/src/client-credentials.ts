import { AuthError } from '@convapi/core';
import type { AuthenticatedCall, Authenticator, RefusedCall } from './authenticator.ts';
import { type AccessKey, checkKey } from './check-key.ts';
import { obtainShared } from './obtain-shared.ts';
import { requestToken } from './request-token.ts';
import { dropToken, type Token, type TokenStore } from './token-store.ts';

const TOKEN_URL = 'https://auth.sinch.com/oauth2/token';

/** Options of {@link clientCredentials}. */
export interface ClientCredentialsOptions extends AccessKey {
  /** Token endpoint. Default: the vendor's, which serves every region. */
  tokenUrl?: string | undefined;
  /** Shares tokens with other processes. Default: none, each authenticator has its own token. */
  tokenStore?: TokenStore | undefined;
  /** Makes the token requests. Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** A number from 0 to 1, for the jitter of retries. */
  random?: (() => number) | undefined;
  /** Waits between retries. */
  sleep?: ((ms: number) => Promise<void>) | undefined;
}

/**
 * OAuth2 client credentials: a token is asked for once however many calls want one, renewed a minute before it ends,
 * and replaced when the service refuses it. A late refusal of an old token never drops a newer one.
 *
 * @throws AuthError when a part of the key is missing; on a call, when the token endpoint refuses the key.
 * @example
 * ```ts
 * import { clientCredentials } from '@convapi/auth';
 *
 * const auth = clientCredentials({ keyId: 'key-id', keySecret: 'key-secret' });
 * const headers = await auth.headers({ url: 'https://eu.conversation.api.sinch.com' });
 * ```
 * @see https://developers.sinch.com/docs/conversation/api-reference/
 */
export function clientCredentials(options: ClientCredentialsOptions): Authenticator {
  checkKey(options);
  const { keyId, keySecret, tokenUrl = TOKEN_URL, tokenStore, now = Date.now } = options;
  if (!/^https?:\/\/[^/]/.test(tokenUrl)) {
    throw new AuthError(`[@convapi/auth] tokenUrl ${JSON.stringify(tokenUrl)} is no http(s) address. Leave it out for the real service.`);
  }
  const settings = {
    keyId,
    keySecret,
    tokenUrl,
    now,
    fetch: options.fetch ?? ((input: RequestInfo | URL, init?: RequestInit) => fetch(input, init)),
    random: options.random ?? Math.random,
    sleep: options.sleep ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))),
  };
  const storeKey = `convapi:token:${tokenUrl}:${keyId}`;
  let current: Token | undefined;
  let pending: Promise<Token> | undefined;

  function isFresh(token: Token | undefined): token is Token {
    return token !== undefined && now() < token.renewAtMs;
  }

  async function obtain(): Promise<Token> {
    if (!tokenStore) return requestToken(settings);
    return obtainShared({ store: tokenStore, key: storeKey, request: () => requestToken(settings), isFresh, now, sleep: settings.sleep });
  }

  /** One request at a time; when renewing fails, a token that still lives will do. */
  function renew(): Promise<Token> {
    pending ??= obtain()
      .catch((error: unknown) => {
        if (current && now() < current.expiresAtMs) return current;
        throw error;
      })
      .then((token) => {
        current = token;
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  }

  return {
    async headers({ signal }: AuthenticatedCall) {
      const token = isFresh(current) ? current : await orAborted(renew(), signal);
      return { authorization: `Bearer ${token.value}` };
    },
    async refused({ headers }: RefusedCall) {
      const refusedToken = new Headers(headers).get('authorization')?.replace(/^Bearer /, '');
      if (refusedToken === undefined) return false;
      if (current?.value === refusedToken) current = undefined;
      if (tokenStore) await dropToken(tokenStore, storeKey, refusedToken);
      return true;
    },
  };
}

/** The request is shared, so a caller that gives up stops waiting without stopping it. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
