import type { ClientCredentials } from '@convapi/core';
import type { Clock } from '../time/index.ts';
import type { Poster } from './poster.ts';

/** Fetches the tokens that receivers ask for, and keeps each as long as it lasts. */
export interface ReceiverTokens {
  /** @throws Error saying why there is none */
  get(credentials: ClientCredentials): Promise<string>;
  clear(): void;
}

/** What {@link createReceiverTokens} works with. */
export interface ReceiverTokensParts {
  clock: Clock;
  poster: Poster;
}

export function createReceiverTokens({ clock, poster }: ReceiverTokensParts): ReceiverTokens {
  const known = new Map<string, { token: Promise<string>; expiresMs: number }>();

  async function request(key: string, credentials: ClientCredentials): Promise<string> {
    const { headers, form } = toRequest(credentials);
    const answer = await poster.ask(credentials.endpoint, headers, form).catch((error: Error) => {
      throw new Error(`token endpoint: ${error.message}`);
    });
    if (answer.status < 200 || answer.status > 299) throw new Error(`token endpoint: answered ${answer.status}`);
    const { access_token: token, expires_in: seconds = 0 } = JSON.parse(answer.text) as { access_token?: string; expires_in?: number };
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
}: ClientCredentials): { headers: Record<string, string>; form: string } {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope) form.set('scope', scope);
  if (responseType) form.set('response_type', responseType);
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  if (type === 'FORM') {
    form.set('client_id', id);
    form.set('client_secret', secret);
    return { headers, form: form.toString() };
  }
  return {
    headers: { ...headers, authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    form: form.toString(),
  };
}
