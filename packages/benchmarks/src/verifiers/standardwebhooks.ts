import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { SECRET, type Verifier } from './verifier.ts';

/** The Standard Webhooks scheme, by its own library. */
export function createVerifier(): Verifier {
  const webhook = new Webhook(SECRET);
  return {
    sign(body) {
      const id = `msg_${randomUUID()}`;
      const now = new Date();
      const timestamp = String(Math.floor(now.getTime() / 1000));
      return {
        body,
        headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': webhook.sign(id, now, body) },
      };
    },
    verify: ({ body, headers }) => webhook.verify(body, headers),
  };
}
