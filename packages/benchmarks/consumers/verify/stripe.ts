import { Stripe } from 'stripe';

const stripe = new Stripe('sk_test_key');

export async function onCallback(request: Request): Promise<void> {
  const signature = request.headers.get('stripe-signature') ?? '';
  console.log(await stripe.webhooks.constructEventAsync(await request.text(), signature, 'secret'));
}
