import { createWebhookVerifier } from '@convapi/webhook-verifier';

const verifier = createWebhookVerifier({ secrets: 'secret' });

export async function onCallback(request: Request): Promise<void> {
  const event = await verifier.verify(request);
  if (event.trigger === 'MESSAGE_INBOUND') console.log(event.message.contact_message);
}
