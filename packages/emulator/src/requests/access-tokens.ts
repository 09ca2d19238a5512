import { createHmac, timingSafeEqual } from 'node:crypto';

/** What became of a token. */
export type TokenState = 'valid' | 'expired' | 'invalid';

/** Issues and checks the tokens of the emulator. */
export interface AccessTokens {
  /** @param keyId the access key that asks for it @param lifetimeS how long it lives, in seconds */
  issue(keyId: string, lifetimeS?: number): string;
  check(token: string): TokenState;
  /** The access key that a token was made with. */
  keyOf(token: string): string | undefined;
  /** Ends one token before its time: it is expired from now on, or unknown. */
  end(token: string, how: 'expire' | 'revoke'): void;
  /** Ends every token that there is. */
  endAll(how: 'expire' | 'revoke'): void;
  /** Lets those that were ended live again. */
  clear(): void;
}

/** Seconds that a token lives, as at the service. */
export const TOKEN_LIFETIME_S = 3600;

/** Tokens that have been checked and are remembered; callers use one for an hour. */
const MOST_KNOWN = 100;

/** Tokens that were ended and are remembered. */
const MOST_ENDED = 10_000;

interface Claims {
  /** The access key. */
  sub: string;
  exp: number;
  /** Counts how often all tokens were ended before this one was made. */
  gen: number;
}

/** What {@link createAccessTokens} works with. */
export interface AccessTokensParts {
  /** Secret of the key of the options. */
  keySecret: string;
  projectId: string;
  now: () => number;
  /** Is it a key that counts? */
  hasKey: (keyId: string) => boolean;
}

/** Signed with a key made from the secret of the options, so that tokens outlive a restart of the emulator. */
export function createAccessTokens({ keySecret, projectId, now, hasKey }: AccessTokensParts): AccessTokens {
  const key = createHmac('sha256', keySecret).update('convapi-emulator access token').digest();
  const known = new Map<string, Claims>();
  const ended = new Map<string, TokenState>();
  let issued = 0;
  /** Tokens of earlier generations were ended together. */
  let generation = { gen: 0, before: 'valid' as TokenState };
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();

  function readClaims(token: string): Claims | undefined {
    const [header, claims, signature, ...more] = token.split('.');
    if (header === undefined || claims === undefined || signature === undefined || more.length > 0) return undefined;
    const expected = sign(`${header}.${claims}`);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const read = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Claims;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(token, read);
    return read;
  }

  return {
    issue(keyId, lifetimeS = TOKEN_LIFETIME_S) {
      issued += 1;
      const issuedAt = Math.floor(now() / 1000);
      const owner = { iss: 'convapi-emulator', sub: keyId, project_id: projectId };
      // The number tells tokens of the same second apart.
      const claims = { ...owner, iat: issuedAt, exp: issuedAt + lifetimeS, jti: String(issued), gen: generation.gen };
      const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
      return `${text}.${sign(text).toString('base64url')}`;
    },
    check(token) {
      const claims = known.get(token) ?? readClaims(token);
      if (claims === undefined || !hasKey(claims.sub)) return 'invalid';
      if (claims.gen < generation.gen) return generation.before;
      return ended.get(token) ?? (claims.exp * 1000 > now() ? 'valid' : 'expired');
    },
    keyOf: (token) => (known.get(token) ?? readClaims(token))?.sub,
    end(token, how) {
      const [oldest] = ended.keys();
      if (oldest !== undefined && ended.size >= MOST_ENDED) ended.delete(oldest);
      ended.set(token, stateAfter(how));
    },
    endAll(how) {
      generation = { gen: generation.gen + 1, before: stateAfter(how) };
    },
    clear() {
      ended.clear();
      generation = { gen: 0, before: 'valid' };
    },
  };
}

function stateAfter(how: 'expire' | 'revoke'): TokenState {
  return how === 'expire' ? 'expired' : 'invalid';
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
