import type { ClientCredentials } from '@convapi/core';
import type { Clock } from '../time/clock.ts';
import { refuseTarget } from './refuse-target.ts';

/** Fetches the tokens that receivers ask for, and keeps each as long as it lasts. */
export interface ReceiverTokens {
  /** @throws Error saying why there is none */
  get(credentials: ClientCredentials): Promise<string>;
  clear(): void;
}

/** What {@link createReceiverTokens} works with. */
export interface ReceiverTokensParts {
  clock: Clock;
  timeoutMs: number;
  allowTargets: readonly string[];
}

export function createReceiverTokens({ clock, timeoutMs, allowTargets }: ReceiverTokensParts): ReceiverTokens {
  const known = new Map<string, { token: Promise<string>; expiresMs: number }>();

  async function request(key: string, credentials: ClientCredentials): Promise<string> {
    const refusal = refuseTarget(credentials.endpoint, allowTargets);
    if (refusal !== undefined) throw new Error(`token endpoint: ${refusal}`);
    const response = await fetch(credentials.endpoint, {
      ...toRequest(credentials),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`token endpoint: answered ${response.status}`);
    const { access_token: token, expires_in: seconds = 0 } = (await response.json()) as { access_token?: string; expires_in?: number };
    if (!token) throw new Error('token endpoint: the answer has no access_token');
    const entry = known.get(key);
    if (entry) entry.expiresMs = clock.now() + seconds * 1000;
    return token;
  }

  return {
    get(credentials) {
      const key = JSON.stringify(credentials);
      const entry = known.get(key);
      if (entry && entry.expiresMs > clock.now()) return entry.token;
      // Kept at once, so that callbacks that go out together share one request.
      const token = request(key, credentials);
      known.set(key, { token, expiresMs: Number.POSITIVE_INFINITY });
      token.catch(() => known.delete(key));
      return token;
    },
    clear: () => known.clear(),
  };
}

function toRequest({
  client_id: id,
  client_secret: secret,
  scope,
  response_type: responseType,
  token_request_type: type,
}: ClientCredentials): RequestInit {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope) form.set('scope', scope);
  if (responseType) form.set('response_type', responseType);
  if (type === 'FORM') {
    form.set('client_id', id);
    form.set('client_secret', secret);
    return { method: 'POST', body: form };
  }
  return { method: 'POST', body: form, headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` } };
}
