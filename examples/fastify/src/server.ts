import { toFastifyPlugin } from '@convapi/webhook-verifier/fastify';
import fastify from 'fastify';
import { connect, createCallbacks, greet, read } from './conversation.js';

const conversation = connect();
const appId = read('SINCH_APP_ID');

const app = fastify();
app.register(toFastifyPlugin(createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET'))), { prefix: '/callbacks' });
app.post<{ Body: { phone: string } }>('/welcome', async (request, reply) => {
  reply.code(202);
  return greet(conversation, appId, request.body.phone);
});
await app.listen({ port: Number(read('PORT')), host: '127.0.0.1' });
