import { waitFor } from './wait.ts';

/**
 * Keeps tokens where several processes can share them; a Keyv instance fits.
 * Entries are JSON text that holds a token in the clear: keep the store as safe as the key itself.
 */
export interface TokenStore {
  /** The value, or `undefined` when there is none or it has run out. */
  get(key: string): Promise<string | undefined> | string | undefined;
  /** Keeps the value for `ttlMs` milliseconds. */
  set(key: string, value: string, ttlMs: number): Promise<unknown> | unknown;
  /** Forgets the value; one that is not there is no error. */
  delete(key: string): Promise<unknown> | unknown;
  /**
   * Optional: takes a lock for `ttlMs`, so that of all processes one asks for the token and the others wait for it.
   * Returns how to give it back, or nothing when another has it. In Redis: `SET key id NX PX ttlMs`.
   */
  lock?(key: string, ttlMs: number): Promise<(() => Promise<unknown> | unknown) | undefined>;
}

/** A token, when to renew it and when it ends, in milliseconds since 1970. */
export interface Token {
  value: string;
  renewAtMs: number;
  expiresAtMs: number;
}

/** A store that takes longer counts as broken. */
const STORE_TIMEOUT_MS = 1_000;

/** A store that has failed or hangs must not stop calls: a token can always be asked for again, and a lock runs out. */
export async function unlessBroken<T>(use: () => Promise<T>): Promise<T | undefined> {
  try {
    return await waitFor<T | undefined>(use(), undefined, STORE_TIMEOUT_MS, () => undefined);
  } catch {
    return undefined;
  }
}

/** The token that is shared, if there is one. */
export function readToken(store: TokenStore, key: string): Promise<Token | undefined> {
  return unlessBroken(async () => {
    const token = JSON.parse((await store.get(key)) ?? 'null') as Partial<Token> | null;
    return token && isToken(token) ? token : undefined;
  });
}

function isToken(token: Partial<Token>): token is Token {
  return typeof token.value === 'string' && typeof token.renewAtMs === 'number' && typeof token.expiresAtMs === 'number';
}

/** Shares a token for the rest of its life. */
export async function writeToken(store: TokenStore, key: string, token: Token, nowMs: number): Promise<void> {
  await unlessBroken(async () => store.set(key, JSON.stringify(token), Math.max(1, token.expiresAtMs - nowMs)));
}

/** Removes a refused token, unless another process has put a newer one in its place. */
export async function dropToken(store: TokenStore, key: string, refused: string): Promise<void> {
  await unlessBroken(async () => JSON.parse((await store.get(key)) ?? 'null')?.value === refused && store.delete(key));
}
