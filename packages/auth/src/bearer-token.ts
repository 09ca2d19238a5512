import { AuthError } from '@convapi/core';
import type { Authenticator } from './authenticator.ts';
import { flawOf } from './check-key.ts';

/**
 * A token that you obtain yourself; the function is asked for it on every call and keeps it as long as it likes.
 *
 * @throws {@link AuthError} when it is given no function; on a call, when that returns no text, or text that no header can carry.
 * @example
 * ```ts
 * import { bearerToken } from '@convapi/auth';
 *
 * const auth = bearerToken(async () => 'a token from somewhere');
 * ```
 */
export function bearerToken(getToken: () => string | Promise<string>): Authenticator {
  if (typeof getToken !== 'function') {
    throw new AuthError('[@convapi/auth] bearerToken takes a function that returns the token. Pass () => token.');
  }
  return {
    async headers() {
      const token = await getToken();
      if (typeof token !== 'string' || token === '') {
        throw new AuthError('[@convapi/auth] the function given to bearerToken returned no token. Return the token as text.');
      }
      const flaw = flawOf(token);
      if (flaw !== undefined)
        throw new AuthError(`[@convapi/auth] the token that bearerToken got has ${flaw}. Trim what you read it from.`);
      return { authorization: `Bearer ${token}` };
    },
  };
}
