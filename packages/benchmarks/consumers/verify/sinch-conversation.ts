import { ConversationCallbackWebhooks } from '@sinch/conversation';

const webhooks = new ConversationCallbackWebhooks('secret');

export async function onCallback(request: Request): Promise<void> {
  const body = await request.text();
  if (!webhooks.validateAuthenticationHeader(Object.fromEntries(request.headers), body, '', '')) throw new Error('not from Sinch');
  const event = webhooks.parseEvent(body);
  if (event.trigger === 'MESSAGE_INBOUND') console.log(event.message);
}
