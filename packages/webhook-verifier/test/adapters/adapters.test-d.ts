import { createServer } from 'node:http';
import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyStructuredResultV2,
  LambdaFunctionURLHandler,
} from 'aws-lambda';
import express, { type Express } from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { keepRawBody, toExpressHandler } from '../../src/express-node.ts';
import { toFastifyHandler, toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler, createWebhookVerifier, requireBearer } from '../../src/index.ts';
import { toLambdaHandler } from '../../src/lambda.ts';

const verifier = createWebhookVerifier({ secrets: 'my-secret' });
const handler = createWebhookHandler(verifier, {});

// Refused: a fetch handler as a route of a framework that passes a request of its own, with every way to mount it.
// @ts-expect-error
express().post('/callbacks', handler);
// @ts-expect-error
express().all('/callbacks', express.raw({ type: '*/*' }), handler);
// @ts-expect-error
express().use(handler);
// @ts-expect-error
express().use('/callbacks', handler);
// @ts-expect-error
express.Router().route('/callbacks').post(handler);
// @ts-expect-error
express().post('/callbacks', requireBearer(handler, { tokens: 't' }));
// @ts-expect-error
new Koa().use(handler);
// @ts-expect-error
fastify().post('/callbacks', handler);
// @ts-expect-error
fastify().register(handler);
// @ts-expect-error
createServer(handler);
// @ts-expect-error
new Hono().post('/callbacks', handler);
// @ts-expect-error
handler(...([] as unknown as Parameters<express.RequestHandler>));

// Refused: a context that is a request of Node.
// @ts-expect-error
handler(new Request('https://example.com'), {} as express.Request);

// Refused: what is no fetch handler, and options that do not exist.
// @ts-expect-error
toExpressHandler(verifier);
// @ts-expect-error
toFastifyPlugin(verifier);
// @ts-expect-error
toLambdaHandler();
// @ts-expect-error
toExpressHandler(() => 'ok');
// @ts-expect-error
toFastifyPlugin(handler, { maxBytes: 1 });
// @ts-expect-error
toFastifyHandler(handler, { maxBodyBytes: 1 });
// @ts-expect-error
toLambdaHandler(handler, { maxBodyBytes: 1 });
// @ts-expect-error
toLambdaHandler(handler)({ httpMethod: 1 });

// Accepted, with the frameworks' own types.
export const app: Express = express().post('/callbacks', toExpressHandler(handler, { maxBodyBytes: 1, onError: undefined }));
app.use(express.json({ verify: keepRawBody }));
app.use('/callbacks', express.Router().post('/', express.raw({ type: '*/*' }), toExpressHandler(handler)));

new Hono().post('/callbacks', (c) => handler(c.req.raw)).mount('/mounted', handler);
new Hono().post('/callbacks/:tenant', (c) => handler(c.req.raw, { params: c.req.param() }));

export const server = fastify();
server.register(toFastifyPlugin(handler), { prefix: '/callbacks' });
server.post('/callbacks', toFastifyHandler(handler, { onError: async (error) => console.error(error) }));
server.route({ method: 'POST', url: '/callbacks', handler: toFastifyHandler(handler) });

export const restApi: APIGatewayProxyHandler = toLambdaHandler(handler);
export const httpApi: APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2> = toLambdaHandler(handler);
export const functionUrl: LambdaFunctionURLHandler = toLambdaHandler(handler);
export const loadBalancer: ALBHandler = toLambdaHandler(handler);
