import { connect, createCallbacks, greet, read } from './conversation.js';

const conversation = connect();
const appId = read('SINCH_APP_ID');
const callbacks = createCallbacks(conversation, appId, read('SINCH_WEBHOOK_SECRET'));

export default {
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/callbacks') return callbacks(request);
    if (pathname !== '/welcome' || request.method !== 'POST') return new Response(null, { status: 404 });
    const { phone } = (await request.json()) as { phone: string };
    return Response.json(await greet(conversation, appId, phone), { status: 202 });
  },
};
