import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { connect, createCallbacks, greet, read } from './conversation.js';

const conversation = connect();
const appId = read('SINCH_APP_ID');
const callbacks = createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET'));

const app = new Hono();
app.post('/callbacks', (c) => callbacks(c.req.raw));
app.post('/welcome', async (c) => {
  const { phone } = await c.req.json<{ phone: string }>();
  return c.json(await greet(conversation, appId, phone), 202);
});
serve({ fetch: app.fetch, port: Number(read('PORT')), hostname: '127.0.0.1' });
