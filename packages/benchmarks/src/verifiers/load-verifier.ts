import type { Verifier } from './verifier.ts';

/** Loaded on demand, so that a process holds only the verifier that it measures. What budgets compare stands side by side, as with clients. */
const VERIFIERS: Record<string, () => Promise<{ createVerifier(): Verifier }>> = {
  convapi: () => import('./convapi.ts'),
  'node:crypto by hand': () => import('./by-hand.ts'),
  'convapi, no replay guard': () => import('./convapi-no-guard.ts'),
  '@sinch/conversation': () => import('./sinch-conversation.ts'),
  '@octokit/webhooks-methods': () => import('./octokit.ts'),
  standardwebhooks: () => import('./standardwebhooks.ts'),
  svix: () => import('./svix.ts'),
  stripe: () => import('./stripe.ts'),
};

/** Names of the verifiers, ours first. */
export const VERIFIER_NAMES: readonly string[] = Object.keys(VERIFIERS);

/** The verifier of that name. */
export async function loadVerifier(name: string): Promise<Verifier> {
  const load = VERIFIERS[name];
  if (load === undefined) throw new Error(`No verifier is named "${name}". There are: ${VERIFIER_NAMES.join(', ')}.`);
  return (await load()).createVerifier();
}
