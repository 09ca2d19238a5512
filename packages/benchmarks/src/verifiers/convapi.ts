import { createWebhookVerifier, type ReplayGuard, signWebhook } from '@convapi/webhook-verifier';
import { SECRET, type Verifier } from './verifier.ts';

/** This toolkit with its defaults: age, replay guard and typed event included. */
export function createVerifier(replayGuard?: ReplayGuard | false): Verifier {
  const verifier = createWebhookVerifier({ secrets: SECRET, replayGuard });
  return {
    sign: async (body) => ({ body, headers: await signWebhook({ body, secret: SECRET }) }),
    verify: ({ body, headers }) => verifier.verify(body, headers),
  };
}
