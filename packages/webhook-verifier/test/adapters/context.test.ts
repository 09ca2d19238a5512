import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterEach, expect, it } from 'vitest';
import { toExpressHandler } from '../../src/express-node.ts';
import { toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler, requireBearer } from '../../src/index.ts';
import { toLambdaHandler } from '../../src/lambda.ts';
import { toNodeListener } from '../../src/node.ts';
import { INBOUND, SECRET, sign, verifierAt } from '../helpers.ts';
import { overHttp, overServer, type Receiver } from './setups/setup.ts';

let receiver: Receiver | undefined;

afterEach(async () => {
  await receiver?.close();
  receiver = undefined;
});

/** A handler whose secrets depend on the context, and the contexts that reached each of its functions. */
function recording() {
  const toSecrets: unknown[] = [];
  const toFunction: unknown[] = [];
  const secrets = ({ context, url }: { context: unknown; url: string | undefined }) => {
    toSecrets.push([context, new URL(url ?? '').pathname]);
    return SECRET;
  };
  const handler = createWebhookHandler(verifierAt({ secrets }), { default: (_event, { context }) => void toFunction.push(context) });
  return { handler, toSecrets, toFunction };
}

async function post(to: Receiver) {
  receiver = to;
  return to.send({ method: 'POST', headers: { ...(await sign(INBOUND)), 'content-type': 'application/json' }, body: INBOUND });
}

const PATH = '/callbacks/a';
const PARAMS = { params: { tenant: 'a' } };

it.each<[string, (handler: ReturnType<typeof recording>['handler']) => Promise<Receiver>, object]>([
  ['Express', (handler) => overServer(createServer(express().post('/callbacks/:tenant', toExpressHandler(handler))), PATH), PARAMS],
  [
    'Express, through a check of the token',
    (handler) => {
      const guarded = requireBearer(handler, { check: () => true });
      const withToken: express.RequestHandler = (req, _res, next) => {
        req.headers.authorization = 'Bearer any';
        next();
      };
      return overServer(createServer(express().post('/callbacks/:tenant', withToken, toExpressHandler(guarded))), PATH);
    },
    PARAMS,
  ],
  [
    'Fastify',
    async (handler) => {
      const app = fastify({ forceCloseConnections: true });
      app.register(toFastifyPlugin(handler), { prefix: '/callbacks/:tenant' });
      const address = await app.listen({ port: 0, host: '127.0.0.1' });
      return overHttp(Number(new URL(address).port), () => app.close(), PATH);
    },
    PARAMS,
  ],
  ['node:http', (handler) => overServer(createServer(toNodeListener(handler)), PATH), { params: {} }],
  [
    'Koa',
    (handler) => {
      const listener = toNodeListener(handler);
      const app = new Koa().use((ctx) => {
        ctx.respond = false;
        return listener(ctx.req, ctx.res);
      });
      return overServer(createServer(app.callback()), PATH);
    },
    { params: {} },
  ],
  [
    'Hono',
    (handler) => {
      const app = new Hono().post('/callbacks/:tenant', (c) => handler(c.req.raw, { params: c.req.param() }));
      return overServer(createAdaptorServer({ fetch: app.fetch }) as Server, PATH);
    },
    PARAMS,
  ],
])('%s passes the parameters of the route and the whole address', async (_name, start, context) => {
  const { handler, toSecrets, toFunction } = recording();
  expect(await post(await start(handler))).toEqual({ status: 200 });
  expect(toSecrets).toEqual([[context, PATH]]);
  expect(toFunction).toEqual([context]);
});

it('Lambda passes the parameters of the path', async () => {
  const { handler, toSecrets, toFunction } = recording();
  const event = { httpMethod: 'POST', path: PATH, pathParameters: { tenant: 'a' }, headers: { ...(await sign(INBOUND)) }, body: INBOUND };
  expect((await toLambdaHandler(handler)(event)).statusCode).toBe(200);
  expect([toSecrets, toFunction]).toEqual([[[PARAMS, PATH]], [PARAMS]]);
});
