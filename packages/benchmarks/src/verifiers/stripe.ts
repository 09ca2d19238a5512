import { Stripe } from 'stripe';
import { SECRET, type Verifier } from './verifier.ts';

/** Stripe's scheme: a timestamp and the body are signed. */
export function createVerifier(): Verifier {
  const { webhooks } = new Stripe('sk_test_bench');
  return {
    sign: (body) => ({
      body,
      headers: { 'stripe-signature': webhooks.generateTestHeaderString({ payload: body, secret: SECRET }) },
    }),
    verify: ({ body, headers }) => webhooks.constructEvent(body, headers['stripe-signature'] ?? '', SECRET),
  };
}
