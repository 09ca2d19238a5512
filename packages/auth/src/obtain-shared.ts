import type { TokenOutcome } from './request-token.ts';
import { readToken, type Token, type TokenStore, unlessBroken, writeToken } from './token-store.ts';

/** What getting a token through a store needs. */
export interface SharedTokenSettings {
  store: TokenStore;
  key: string;
  /** Asks the token endpoint. */
  request(): Promise<TokenOutcome>;
  isFresh(token: Token | undefined): token is Token;
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Longer than a token request takes; a process that dies with the lock holds the others up no longer. */
const LOCK_TTL_MS = 15_000;
const LOCK_POLL_MS = 100;

/** The token of the store, or a new one that is put there; where the store can lock, one process asks and the others wait. */
export async function obtainShared(settings: SharedTokenSettings): Promise<TokenOutcome> {
  const { store, key, isFresh, now, sleep } = settings;
  const giveUpAtMs = now() + LOCK_TTL_MS;
  for (;;) {
    const shared = await readToken(store, key);
    if (isFresh(shared)) return { token: shared };
    const unlock = await tryLock(store, `${key}:lock`);
    if (unlock !== 'taken') return requestAndShare(settings, unlock);
    if (now() >= giveUpAtMs) return requestAndShare(settings, undefined);
    await sleep(LOCK_POLL_MS);
  }
}

type Unlock = (() => Promise<unknown> | unknown) | undefined;

async function requestAndShare({ store, key, request, isFresh, now }: SharedTokenSettings, unlock: Unlock): Promise<TokenOutcome> {
  try {
    // another process may have been faster between the look and the lock
    const shared = unlock ? await readToken(store, key) : undefined;
    if (isFresh(shared)) return { token: shared };
    const outcome = await request();
    if ('token' in outcome) await writeToken(store, key, outcome.token, now());
    return outcome;
  } finally {
    await unlessBroken(async () => unlock?.());
  }
}

/** A store without locks, or with broken ones, is one where every process asks for itself. */
async function tryLock(store: TokenStore, key: string): Promise<Unlock | 'taken'> {
  return unlessBroken(async () => store.lock && ((await store.lock(key, LOCK_TTL_MS)) ?? 'taken'));
}
