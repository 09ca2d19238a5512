import type { MessageInboundEvent, WebhookEvent } from '@convapi/core';
import { createWebhookVerifier, parseWebhookEvent } from '@convapi/webhook-verifier';

interface Reply {
  status(code: number): { send(text?: string): void };
}
declare const app: { post(path: string, handler: (req: { headers: Record<string, string>; rawBody: string; body: object }, res: Reply) => void): void };

const webhooks = createWebhookVerifier({ secrets: process.env.SECRET ?? 'secret', replayGuard: false });

app.post('/callbacks', async (req, res) => {
  if (!(await webhooks.verify(req.rawBody, req.headers).then(() => true, () => false))) {
    res.status(401).send('Invalid signature');
    return;
  }
  handle(parseWebhookEvent(req.rawBody));
  res.status(200).send();
});

function handle(event: WebhookEvent): void {
  switch (event.trigger) {
    case 'MESSAGE_INBOUND':
      onMessage(event);
      break;
    case 'SMART_CONVERSATION':
      console.log(event.app_id);
      break;
  }
}

function onMessage(event: MessageInboundEvent): void {
  console.log(event.message?.contact_message?.text_message?.text);
}
