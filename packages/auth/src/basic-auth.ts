import { encodeBase64 } from '@convapi/core/internal';
import type { Authenticator } from './authenticator.ts';
import { type AccessKey, checkKey } from './check-key.ts';

/**
 * Key id and secret on every call. For trying things out: the service allows far fewer such calls than calls with a token.
 *
 * @throws AuthError when a part of the key is missing.
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
  const authorization = `Basic ${encodeBase64(`${key.keyId}:${key.keySecret}`)}`;
  return { headers: async () => ({ authorization }) };
}
