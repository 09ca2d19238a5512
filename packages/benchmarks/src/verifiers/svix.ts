import { randomUUID } from 'node:crypto';
import { Webhook } from 'svix';
import { SECRET, type Verifier } from './verifier.ts';

/** Svix, which serves many vendors. */
export function createVerifier(): Verifier {
  const webhook = new Webhook(SECRET);
  return {
    sign(body) {
      const id = `msg_${randomUUID()}`;
      const now = new Date();
      const timestamp = String(Math.floor(now.getTime() / 1000));
      return { body, headers: { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': webhook.sign(id, now, body) } };
    },
    verify: ({ body, headers }) => webhook.verify(body, headers),
  };
}
