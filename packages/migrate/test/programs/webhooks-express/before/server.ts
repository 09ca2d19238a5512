import { type Conversation, ConversationCallbackWebhooks, type ConversationWebhookEventParsed } from '@sinch/sdk-core';

interface Reply {
  status(code: number): { send(text?: string): void };
}
declare const app: { post(path: string, handler: (req: { headers: Record<string, string>; rawBody: string; body: object }, res: Reply) => void): void };

const webhooks = new ConversationCallbackWebhooks(process.env.SECRET ?? 'secret');

app.post('/callbacks', (req, res) => {
  if (!webhooks.validateAuthenticationHeader(req.headers, req.rawBody)) {
    res.status(401).send('Invalid signature');
    return;
  }
  handle(webhooks.parseEvent(req.body));
  res.status(200).send();
});

function handle(event: ConversationWebhookEventParsed): void {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      onMessage(event);
      break;
    case 'SMART_CONVERSATIONS':
      console.log(event.app_id);
      break;
  }
}

function onMessage(event: Conversation.MessageInboundEvent): void {
  console.log(event.message?.contact_message?.text_message?.text);
}
