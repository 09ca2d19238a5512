import { createWebhookVerifier, parseWebhookEvent } from '@convapi/webhook-verifier';

export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  const webhooks = createWebhookVerifier({ secrets: 'secret', replayGuard: false });
  const isGenuine = await webhooks.verify(body, Object.fromEntries(request.headers)).then(() => true, () => false);
  if (!isGenuine) return new Response(null, { status: 401 });
  const event = parseWebhookEvent(body);
  console.log(event.trigger);
  return new Response();
}
