import { createVerifier as createOurVerifier } from './convapi.ts';
import type { Verifier } from './verifier.ts';

/** This toolkit without the replay guard, which no peer has. */
export function createVerifier(): Verifier {
  return createOurVerifier(false);
}
