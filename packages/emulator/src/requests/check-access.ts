import type { AccessKeys } from './access-keys.ts';
import type { AccessTokens, TokenState } from './access-tokens.ts';
import { readBasic, readBearer } from './credentials.ts';

/** What lets a call in. */
export interface Access {
  keys: AccessKeys;
  tokens: AccessTokens;
}

/** Is the caller let in, with a key or a token? Notes that the key was used. */
export function checkAccess({ keys, tokens }: Access, header: string | undefined): TokenState {
  const basic = readBasic(header);
  if (basic && keys.check(basic)) {
    keys.noteUse(basic.keyId);
    return 'valid';
  }
  const bearer = readBearer(header);
  if (bearer === undefined) return 'invalid';
  const state = tokens.check(bearer);
  if (state === 'valid') keys.noteUse(tokens.keyOf(bearer) ?? '');
  return state;
}
