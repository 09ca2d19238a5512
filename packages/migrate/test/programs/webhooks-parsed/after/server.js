import { ConversationCallbackWebhooks } from '@sinch/sdk-core';
import express from 'express';

// TODO(convapi): replace ConversationCallbackWebhooks
const webhooks = new ConversationCallbackWebhooks('secret');
const app = express();
app.use(express.json());

app.post('/callbacks', async (req, res) => {
  // TODO(convapi): keep the raw body and pass it, or use createWebhookHandler of @convapi/webhook-verifier
  if (!webhooks.validateAuthenticationHeader(req.headers, req.body)) return res.status(401).send();
  // TODO(convapi): keep the raw body and pass it, or use createWebhookHandler of @convapi/webhook-verifier
  const event = webhooks.parseEvent(req.body);
  console.log(event.trigger);
  res.status(200).send();
});
