import { AuthError, type FetchLike } from '@convapi/core';
import type { AuthenticatedCall, Authenticator, HeadersLike, RefusedCall } from './authenticator.ts';
import { type AccessKey, checkKey } from './check-key.ts';
import { obtainShared } from './obtain-shared.ts';
import { REQUEST_TIMEOUT_MS, requestToken, type TokenOutcome, tokenTimeout } from './request-token.ts';
import { dropToken, type Token, type TokenStore } from './token-store.ts';
import { sleep as realSleep, waitFor } from './wait.ts';

const TOKEN_URL = 'https://auth.sinch.com/oauth2/token';
const MAX_RETRIES = 3;
const MAX_DELAY_MS = 30_000;
const FIRST_CEILING_MS = 500;
/** A 429 only says that others were first: hundreds of clients that start together need this long to get their turn. */
const LONGEST_QUEUE_MS = 120_000;
/** Longest pauses in the queue are 1, 4 and 16 s: the endpoint is a bucket that refills by 10 a second, and names no time. */
const QUEUE_CEILINGS_MS = [1_000, 4_000, 16_000] as const;
/** After a renewal that failed, while the old token lives. */
const RENEWAL_PAUSE_MS = 5_000;

/** Options of {@link clientCredentials}. */
export interface ClientCredentialsOptions extends AccessKey {
  /** Token endpoint. Default: the vendor's, which serves every region. */
  tokenUrl?: string | undefined;
  /** Shares tokens with other processes. Default: none, each authenticator has its own token. */
  tokenStore?: TokenStore | undefined;
  /** Makes the token requests. Default: the transport of the client that asks, else the global `fetch`. */
  fetch?: FetchLike | undefined;
  /** Milliseconds since 1970. */
  now?: (() => number) | undefined;
  /** A number from 0 to 1, for the jitter of retries. */
  random?: (() => number) | undefined;
  /** Waits between requests; must reject with the signal's reason when that fires. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/**
 * OAuth2 client credentials: a token is asked for once however many calls want one, renewed a minute before it ends while
 * calls go on with the old one, and replaced when the service refuses it. A late refusal of an old token never drops a
 * newer one.
 *
 * @throws {@link AuthError} when a part of the key is missing or was not copied cleanly. On a call: AuthError when the token endpoint
 * refuses the key, ConnectionError or TimeoutError when it cannot be reached; each names the endpoint.
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
  const { keyId, keySecret, tokenUrl = TOKEN_URL, tokenStore, now = Date.now, random = Math.random, sleep = realSleep } = options;
  checkTokenUrl(tokenUrl);
  const storeKey = `convapi:token:${tokenUrl}:${keyId}`;
  let current: Token | undefined;
  let pending: { outcome: Promise<TokenOutcome>; sinceMs: number } | undefined;
  let renewNotBeforeMs = 0;

  function isFresh(token: Token | undefined): token is Token {
    return token !== undefined && now() < token.renewAtMs;
  }

  async function obtain(fetch: FetchLike): Promise<TokenOutcome> {
    const request = () => requestToken({ keyId, keySecret, tokenUrl, now, fetch });
    const outcome = await (tokenStore ? obtainShared({ store: tokenStore, key: storeKey, request, isFresh, now, sleep }) : request());
    if ('token' in outcome) current = outcome.token;
    else renewNotBeforeMs = now() + Math.max(RENEWAL_PAUSE_MS, outcome.retryAfterMs ?? 0);
    return outcome;
  }

  /** One request at a time, whoever asks. It never rejects, and one that has been lost with its process holds nobody up. */
  function ask({ fetch }: AuthenticatedCall): Promise<TokenOutcome> {
    if (pending && now() - pending.sinceMs <= 2 * REQUEST_TIMEOUT_MS) return pending.outcome;
    const started = {
      sinceMs: now(),
      outcome: obtain(options.fetch ?? fetch ?? ((url, init) => globalThis.fetch(url, init))).finally(() => {
        if (pending === started) pending = undefined;
      }),
    };
    pending = started;
    return started.outcome;
  }

  /** The wait before another request, in milliseconds; nothing when there shall be none. */
  function delayAfter(failure: Exclude<TokenOutcome, { token: Token }>, attempt: number, queuedMs: number, call: AuthenticatedCall) {
    const { maxRetries = MAX_RETRIES, maxDelayMs = MAX_DELAY_MS } = call;
    if (failure.retry === 'never' || maxRetries === 0) return undefined;
    const queue = failure.retry === 'queue';
    if (queue ? queuedMs >= LONGEST_QUEUE_MS : attempt >= maxRetries) return undefined;
    if (failure.retryAfterMs !== undefined) return failure.retryAfterMs <= maxDelayMs ? failure.retryAfterMs : undefined;
    const ceilingMs = queue ? (QUEUE_CEILINGS_MS[attempt] ?? QUEUE_CEILINGS_MS[2]) : FIRST_CEILING_MS * 2 ** attempt;
    return random() * Math.min(maxDelayMs, ceilingMs);
  }

  async function obtainFor(call: AuthenticatedCall): Promise<Token> {
    const startedAtMs = now();
    const { signal, timeoutMs = 0 } = call;
    const tooLate = (): TokenOutcome => ({ error: tokenTimeout(tokenUrl, timeoutMs), retry: 'soon' });
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await waitFor(ask(call), signal, timeoutMs, tooLate);
      if ('token' in outcome) return outcome.token;
      const delayMs = delayAfter(outcome, attempt, now() - startedAtMs, call);
      if (delayMs === undefined) throw outcome.error;
      await sleep(delayMs, signal);
    }
  }

  return {
    async headers(call) {
      if (!current || now() >= current.expiresAtMs) return bearer(await obtainFor(call));
      // calls need not wait for a renewal while the old token lives, nor fail with it
      if (!isFresh(current) && now() >= renewNotBeforeMs) void ask(call);
      return bearer(current);
    },
    async refused({ headers }: RefusedCall) {
      const refusedToken = authorizationOf(headers)?.replace(/^Bearer /, '');
      if (refusedToken === undefined) return false;
      if (current?.value === refusedToken) current = undefined;
      if (tokenStore) await dropToken(tokenStore, storeKey, refusedToken);
      return true;
    },
  };
}

function bearer({ value }: Token): { authorization: string } {
  return { authorization: `Bearer ${value}` };
}

function authorizationOf(headers: HeadersLike): string | undefined {
  const pairs = Symbol.iterator in headers ? [...(headers as Iterable<[string, string]>)] : Object.entries(headers);
  return pairs.find(([name]) => name.toLowerCase() === 'authorization')?.[1];
}

function checkTokenUrl(tokenUrl: string): void {
  if (!/^https?:\/\/[^/]/.test(tokenUrl)) {
    throw new AuthError(`[@convapi/auth] tokenUrl ${JSON.stringify(tokenUrl)} is no http(s) address. Leave it out for the real service.`);
  }
  if (/^https?:\/\/[^/?#]*@/.test(tokenUrl)) {
    throw new AuthError('[@convapi/auth] tokenUrl holds a user name or password. Pass them as keyId and keySecret.');
  }
}
