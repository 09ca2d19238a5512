import { AuthError, ConnectionError } from '@convapi/core';
import { basicCredentials } from './basic-credentials.ts';
import type { AccessKey } from './check-key.ts';
import type { Token } from './token-store.ts';

/** What a token request needs from outside. */
export interface TokenRequestSettings extends AccessKey {
  tokenUrl: string;
  fetch: typeof globalThis.fetch;
  now: () => number;
  random: () => number;
  sleep: (ms: number) => Promise<void>;
}

const TIMEOUT_MS = 10_000;
const MAX_RETRIES = 3;
/** A 429 only says that others were first: hundreds of clients that start together need this long to get their turn. */
const LONGEST_QUEUE_MS = 120_000;
const LONGEST_RETRY_AFTER_MS = 60_000;
const DEFAULT_LIFETIME_SECONDS = 3_600;
const RENEW_EARLY_MS = 60_000;

/**
 * Asks the token endpoint, and again with full jitter: after 429 for up to two minutes, after 5xx and lost connections
 * three times.
 *
 * @throws AuthError when the key is refused or the endpoint keeps failing, ConnectionError when it cannot be reached.
 */
export async function requestToken(settings: TokenRequestSettings): Promise<Token> {
  const startedAtMs = settings.now();
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await ask(settings);
    if ('token' in outcome) return outcome.token;
    // Longest pauses are 1, 4 and 16 s: the endpoint is a bucket of 30 that refills by 10 a second, and names no time.
    const ceiling = 1_000 * 4 ** Math.min(attempt, MAX_RETRIES - 1);
    const queued = outcome.retry === 'queue' && settings.now() - startedAtMs < LONGEST_QUEUE_MS;
    if (!queued && (outcome.retry === 'never' || attempt >= MAX_RETRIES)) throw outcome.error;
    await settings.sleep(outcome.retryAfterMs ?? settings.random() * ceiling);
  }
}

/** `queue`: others were first. `soon`: it failed. `never`: it would fail again. */
type Outcome = { token: Token } | { error: Error; retry: 'queue' | 'soon' | 'never'; retryAfterMs?: number | undefined };

async function ask(settings: TokenRequestSettings): Promise<Outcome> {
  const { tokenUrl } = settings;
  const askedAtMs = settings.now();
  let response: Response;
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
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (cause) {
    const message = `[@convapi/auth] no answer from the token endpoint ${tokenUrl}. Check the network and \`tokenUrl\`.`;
    return { error: new ConnectionError(message, { cause, requestLeft: false }), retry: 'soon' };
  }
  const body = parseObject(text);
  if (!response.ok) return refusal(response, body, tokenUrl);
  const { access_token: value } = body;
  if (typeof value !== 'string' || value === '') {
    const message = `[@convapi/auth] ${tokenUrl} answered without an access_token. Is it the token endpoint?`;
    return { error: new AuthError(message, { status: response.status }), retry: 'never' };
  }
  const expiresAtMs = expiryOf(body.expires_in, value, askedAtMs);
  return { token: { value, expiresAtMs, renewAtMs: expiresAtMs - marginOf(expiresAtMs - askedAtMs) } };
}

function refusal(response: Response, body: Record<string, unknown>, tokenUrl: string): Outcome {
  const { status } = response;
  const code = typeof body.error === 'string' ? body.error : undefined;
  const retry = status === 429 ? 'queue' : status >= 500 ? 'soon' : 'never';
  const advice = retry === 'never' ? 'Check keyId and keySecret' : 'Share one client, or a tokenStore between processes';
  const message = `[@convapi/auth] ${status} from the token endpoint ${tokenUrl}${code ? ` (${code})` : ''}. ${advice}.`;
  const seconds = response.headers.get('retry-after') ?? '';
  const retryAfterMs = /^\d+(\.\d+)?$/.test(seconds) ? Math.min(+seconds * 1000, LONGEST_RETRY_AFTER_MS) : undefined;
  return { error: new AuthError(message, { status, code }), retry, retryAfterMs };
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
