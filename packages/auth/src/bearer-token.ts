import { AuthError } from '@convapi/core';
import type { Authenticator } from './authenticator.ts';

/**
 * A token that you obtain yourself; the function is asked for it on every call and keeps it as long as it likes.
 *
 * @throws AuthError on a call when the function returns no text.
 * @example
 * ```ts
 * import { bearerToken } from '@convapi/auth';
 *
 * const auth = bearerToken(async () => 'a token from somewhere');
 * ```
 */
export function bearerToken(getToken: () => string | Promise<string>): Authenticator {
  return {
    async headers() {
      const token = await getToken();
      if (typeof token !== 'string' || token === '') {
        throw new AuthError('[@convapi/auth] the function given to bearerToken returned no token. Return the token as text.');
      }
      return { authorization: `Bearer ${token}` };
    },
  };
}
