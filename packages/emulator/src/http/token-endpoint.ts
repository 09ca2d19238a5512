import { type AccessKeys, type AccessTokens, type Credentials, json, readBasic, readText, TOKEN_LIFETIME_S } from '../requests/index.ts';
import type { TokenBucket } from '../time/index.ts';

/** `POST /oauth2/token`: client credentials in a Basic header or in the form, errors as RFC 6749 says. */
export async function answerToken(
  request: Request,
  keys: AccessKeys,
  tokens: AccessTokens,
  calls: TokenBucket,
  lifetimeS = TOKEN_LIFETIME_S,
): Promise<Response> {
  // Without Retry-After, as at the service.
  if (!calls.take()) return refuse(429, 'too_many_requests', 'Too many tokens were asked for');
  if (request.method !== 'POST') return refuse(405, 'invalid_request', 'Use POST', { allow: 'POST' });
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    return refuse(400, 'invalid_request', 'Content-Type must be application/x-www-form-urlencoded');
  }
  const text = await readText(request);
  if (text === undefined) return refuse(413, 'invalid_request', 'The body is too large');
  const form = new URLSearchParams(text);
  const given = readBasic(request.headers.get('authorization') ?? undefined) ?? readForm(form);
  if (!given || !keys.check(given)) {
    return refuse(401, 'invalid_client', 'The key id or the key secret is wrong', { 'www-authenticate': 'Basic error="invalid_client"' });
  }
  const grant = form.get('grant_type');
  if (grant === null) return refuse(400, 'invalid_request', 'grant_type is missing');
  if (grant !== 'client_credentials') return refuse(400, 'unsupported_grant_type', 'grant_type must be client_credentials');
  keys.noteUse(given.keyId);
  const body = { access_token: tokens.issue(given.keyId, lifetimeS), expires_in: lifetimeS, scope: '', token_type: 'bearer' };
  return json(200, body, { 'cache-control': 'no-store' });
}

function readForm(form: URLSearchParams): Credentials | undefined {
  const keyId = form.get('client_id');
  const keySecret = form.get('client_secret');
  return keyId === null || keySecret === null ? undefined : { keyId, keySecret };
}

function refuse(status: number, error: string, description: string, headers: Record<string, string> = {}): Response {
  return json(status, { error, error_description: description }, { 'cache-control': 'no-store', ...headers });
}
