import type { Authenticator } from './authenticator.ts';
import { basicCredentials } from './basic-credentials.ts';
import { type AccessKey, checkKey } from './check-key.ts';

/**
 * Key id and secret on every call. For trying things out: the service allows far fewer such calls than calls with a token.
 *
 * @throws {@link AuthError} when a part of the key is missing.
 * @example
 * ```ts
 * import { basicAuth } from '@convapi/auth';
 *
 * const auth = basicAuth({ keyId: 'key-id', keySecret: 'key-secret' });
 * ```
 * @see https://developers.sinch.com/docs/conversation/api-reference/
 */
export function basicAuth(key: AccessKey): Authenticator {
  checkKey(key);
  const authorization = basicCredentials(key);
  return { headers: async () => ({ authorization }) };
}
