import { optionError, refuseUnknown, toSecrets } from './internal/check-options.ts';
import { toWebHeaders, type WebhookHeaders } from './internal/headers.ts';
import { isEqual } from './internal/is-equal.ts';

/** Options of {@link createBearerCheck}: one of the two. */
export type BearerCheckOptions =
  | {
      /** The token that is expected, or several, as during a rotation. */
      tokens: string | readonly string[];
      check?: undefined;
    }
  | {
      /** Judges the token, e.g. verifies a JWT. Nothing but `true` lets the request pass; what it throws comes through. */
      check: (token: string) => boolean | Promise<boolean>;
      tokens?: undefined;
    };

/** Tells whether headers carry a bearer token that is right. Made by {@link createBearerCheck}. */
export type BearerCheck = (headers: WebhookHeaders) => Promise<boolean>;

/**
 * A check of the bearer token that the service presents when the webhook has `client_credentials`: it fetched the token
 * from your token endpoint. Comparison takes constant time over all tokens. The token says who calls, not that the body
 * is whole or new: it stands beside the signature, not in place of it.
 *
 * @throws {@link ConvapiError} at once when the options hold neither or both, or an empty token.
 * @example
 * ```ts
 * import { createBearerCheck } from '@convapi/webhook-verifier';
 *
 * const isAuthorized = createBearerCheck({ tokens: ['current-token', 'previous-token'] });
 * console.log(await isAuthorized({ authorization: 'Bearer current-token' })); // true
 * ```
 */
export function createBearerCheck(options: BearerCheckOptions): BearerCheck {
  const { tokens, check = tokens === undefined ? undefined : isOneOf(toSecrets(tokens, 'tokens')), ...unknown } = options ?? {};
  refuseUnknown(unknown, 'tokens or check');
  if (typeof check !== 'function' || (tokens !== undefined && options.check !== undefined))
    throw optionError('check', 'a function, or tokens in its place');

  return async (headers) => {
    // A header that came twice is joined with a comma, which no token holds.
    const [, token] = /^bearer +([\w.~+/-]+=*)$/i.exec(toWebHeaders(headers).get('authorization') ?? '') ?? [];
    return token !== undefined && (await check(token)) === true;
  };
}

function isOneOf(expected: string[]): (token: string) => boolean {
  // Every token is tried, so that the time taken does not tell which one matched.
  return (token) => expected.filter((one) => isEqual(one, token)).length > 0;
}
