import { createHmac, timingSafeEqual } from 'node:crypto';

/** What became of a token. */
export type TokenState = 'valid' | 'expired' | 'invalid';

/** Issues and checks the tokens of the emulator. */
export interface AccessTokens {
  issue(): string;
  check(token: string): TokenState;
}

/** Seconds that a token lives, as at the service. */
export const TOKEN_LIFETIME_S = 3600;

/** Tokens that have been checked and are remembered; callers use one for an hour. */
const MOST_KNOWN = 100;

/** Signed with a key made from the access key's secret, so that tokens outlive a restart of the emulator. */
export function createAccessTokens(options: { keyId: string; keySecret: string; projectId: string; now: () => number }): AccessTokens {
  const { keyId, keySecret, projectId, now } = options;
  const key = createHmac('sha256', keySecret).update('convapi-emulator access token').digest();
  const expiries = new Map<string, number>();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();

  function readExpiry(token: string): number | undefined {
    const [header, claims, signature, ...more] = token.split('.');
    if (header === undefined || claims === undefined || signature === undefined || more.length > 0) return undefined;
    const expected = sign(`${header}.${claims}`);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number };
    if (expiries.size >= MOST_KNOWN) expiries.clear();
    expiries.set(token, exp);
    return exp;
  }

  return {
    issue() {
      const issuedAt = Math.floor(now() / 1000);
      const claims = { iss: 'convapi-emulator', sub: keyId, project_id: projectId, iat: issuedAt, exp: issuedAt + TOKEN_LIFETIME_S };
      const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    check(token) {
      const expiry = expiries.get(token) ?? readExpiry(token);
      if (expiry === undefined) return 'invalid';
      return expiry * 1000 > now() ? 'valid' : 'expired';
    },
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
