import { toExpressHandler } from '@convapi/webhook-verifier/express';
import express from 'express';
import { connect, createCallbacks, greet, read } from './conversation.js';

const conversation = connect();
const appId = read('SINCH_APP_ID');

const app = express();
// Above the parser: the signature covers the bytes.
app.post('/callbacks', toExpressHandler(createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET'))));
app.use(express.json());
app.post('/welcome', async (request, response) => {
  response.status(202).json(await greet(conversation, appId, request.body.phone));
});
app.listen(Number(read('PORT')), '127.0.0.1');
