import { AuthError, ConnectionError, type FetchLike, type FetchLikeResponse, isConnectionError, TimeoutError } from '@convapi/core';
import { basicCredentials } from './basic-credentials.ts';
import { type AccessKey, flawOf } from './check-key.ts';
import type { Token } from './token-store.ts';

/** What a token request needs from outside. */
export interface TokenRequestSettings extends AccessKey {
  tokenUrl: string;
  fetch: FetchLike;
  now: () => number;
}

/**
 * What one request came to. `queue`: others were first, as the endpoint takes 30 at once and 10 a second. `soon`: it failed
 * and may work again. `never`: it would fail again.
 */
export type TokenOutcome = { token: Token } | { error: Error; retry: 'queue' | 'soon' | 'never'; retryAfterMs?: number | undefined };

/** One request ends after this, whatever its callers wait for: they share it. */
export const REQUEST_TIMEOUT_MS = 10_000;
const DEFAULT_LIFETIME_SECONDS = 3_600;
const RENEW_EARLY_MS = 60_000;

/** Asks the token endpoint once. */
export async function requestToken(settings: TokenRequestSettings): Promise<TokenOutcome> {
  const { tokenUrl } = settings;
  const askedAtMs = settings.now();
  const limit = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  let response: FetchLikeResponse;
  let text: string;
  try {
    response = await settings.fetch(tokenUrl, {
      method: 'POST',
      headers: {
        authorization: basicCredentials(settings),
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
      redirect: 'manual', // the key must not follow a redirect
      signal: limit,
    });
    text = await response.text();
  } catch (cause) {
    return { error: limit.aborted ? tokenTimeout(tokenUrl, REQUEST_TIMEOUT_MS) : unreachable(tokenUrl, cause), retry: 'soon' };
  }
  const body = parseObject(text);
  if (response.status < 200 || response.status > 299) return refusal(response, body, tokenUrl);
  const { access_token: value } = body;
  if (typeof value !== 'string' || value === '' || flawOf(value) !== undefined) {
    const what = typeof value === 'string' && value !== '' ? 'with an access_token that no header can carry' : 'without an access_token';
    const message = `[@convapi/auth] ${tokenUrl} answered ${what}. Is it the token endpoint?`;
    return { error: new AuthError(message, { status: response.status }), retry: 'never' };
  }
  const expiresAtMs = expiryOf(body.expires_in, value, askedAtMs);
  return { token: { value, expiresAtMs, renewAtMs: expiresAtMs - marginOf(expiresAtMs - askedAtMs) } };
}

/** The error for a caller that waited long enough. */
export function tokenTimeout(tokenUrl: string, timeoutMs: number): TimeoutError {
  const message = `[@convapi/auth] no token from ${tokenUrl} within ${timeoutMs} ms. Raise \`timeoutMs\`, or check the way to that host.`;
  return new TimeoutError(message, { timeoutMs, requestLeft: false });
}

function unreachable(tokenUrl: string, cause: unknown): ConnectionError {
  // the transport of a client names the host and the reason
  if (isConnectionError(cause)) return new ConnectionError(cause.message, { cause, requestLeft: false });
  const reason = String((cause as { cause?: { message?: unknown } } | null)?.cause?.message ?? (cause as Error | null)?.message ?? cause);
  const message = `[@convapi/auth] no answer from the token endpoint ${tokenUrl}: ${reason}. Check the network and \`tokenUrl\`.`;
  return new ConnectionError(message, { cause, requestLeft: false });
}

function refusal({ status, headers }: FetchLikeResponse, body: Record<string, unknown>, tokenUrl: string): TokenOutcome {
  // a short word, and not what a debug page repeats of the request
  const code = typeof body.error === 'string' && /^[\w.-]{1,64}$/.test(body.error) ? body.error : undefined;
  const retry = status === 429 ? 'queue' : status >= 500 ? 'soon' : 'never';
  const message = `[@convapi/auth] ${status} from the token endpoint ${tokenUrl}${code ? ` (${code})` : ''}. ${adviceFor(status)}.`;
  const seconds = headers.get('retry-after') ?? '';
  const retryAfterMs = /^\d+(\.\d+)?$/.test(seconds) ? Number(seconds) * 1000 : undefined;
  return { error: new AuthError(message, { status, code }), retry, retryAfterMs };
}

function adviceFor(status: number): string {
  if (status === 429) return 'Too many token requests: share one client, or a tokenStore between processes';
  if (status >= 500) return 'The endpoint fails, or what stands before it: try again later';
  if (status === 404 || status < 400) return 'Check `tokenUrl`';
  return 'Check keyId and keySecret';
}

/** From `expires_in`, else from the `exp` claim; the signature is the service's business. */
function expiryOf(expiresIn: unknown, token: string, askedAtMs: number): number {
  const seconds = Number(expiresIn ?? Number.NaN);
  if (Number.isFinite(seconds)) return askedAtMs + seconds * 1000;
  const { exp } = parseObject(decodeClaims(token.split('.')[1] ?? ''));
  return typeof exp === 'number' ? exp * 1000 : askedAtMs + DEFAULT_LIFETIME_SECONDS * 1000;
}

/** A minute, or a tenth of a life shorter than ten. */
function marginOf(lifetimeMs: number): number {
  return Math.min(RENEW_EARLY_MS, lifetimeMs / 10);
}

function decodeClaims(part: string): string {
  try {
    return atob(part.replace(/-/g, '+').replace(/_/g, '/'));
  } catch {
    return '';
  }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
