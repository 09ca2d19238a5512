import Stripe from 'stripe';

export async function useToolkit(): Promise<string> {
  const client = new Stripe('sk_test_key');
  return client.webhooks === undefined ? 'nothing' : 'sent, 404, MESSAGE_INBOUND, Order 17';
}
