import { ConversationCallbackWebhooks } from '@sinch/conversation';

export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  const webhooks = new ConversationCallbackWebhooks('secret');
  const isGenuine = webhooks.validateAuthenticationHeader(Object.fromEntries(request.headers), body);
  if (!isGenuine) return new Response(null, { status: 401 });
  const event = ConversationCallbackWebhooks.parseEvent(body);
  console.log(event.trigger);
  return new Response();
}
