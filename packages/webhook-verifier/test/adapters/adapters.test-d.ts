import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  APIGatewayProxyStructuredResultV2,
  LambdaFunctionURLHandler,
} from 'aws-lambda';
import express, { type Express } from 'express';
import fastify from 'fastify';
import { keepRawBody, toExpressHandler } from '../../src/express-node.ts';
import { toFastifyHandler, toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler, createWebhookVerifier } from '../../src/index.ts';
import { toLambdaHandler } from '../../src/lambda.ts';

const handler = createWebhookHandler(createWebhookVerifier({ secrets: 'my-secret' }), {});

// Refused: what is no fetch handler, and options that do not exist.
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

export const server = fastify();
server.register(toFastifyPlugin(handler), { prefix: '/callbacks' });
server.post('/callbacks', toFastifyHandler(handler, { onError: async (error) => console.error(error) }));
server.route({ method: 'POST', url: '/callbacks', handler: toFastifyHandler(handler) });

export const restApi: APIGatewayProxyHandler = toLambdaHandler(handler);
export const httpApi: APIGatewayProxyHandlerV2<APIGatewayProxyStructuredResultV2> = toLambdaHandler(handler);
export const functionUrl: LambdaFunctionURLHandler = toLambdaHandler(handler);
export const loadBalancer: ALBHandler = toLambdaHandler(handler);
