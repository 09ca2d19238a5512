import { ConversationCallbackWebhooks } from '@sinch/sdk-core';
import express from 'express';

const webhooks = new ConversationCallbackWebhooks('secret');
const app = express();
app.use(express.json());

app.post('/callbacks', async (req, res) => {
  if (!webhooks.validateAuthenticationHeader(req.headers, req.body)) return res.status(401).send();
  const event = webhooks.parseEvent(req.body);
  console.log(event.trigger);
  res.status(200).send();
});
