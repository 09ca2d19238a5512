import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createInterface } from 'node:readline';
import { createAdaptorServer } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import { toExpressHandler } from '../../src/express-node.ts';
import { toFastifyHandler, toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler, requireBearer, type WebhookHandler } from '../../src/index.ts';
import { toLambdaHandler } from '../../src/lambda.ts';
import { toNodeListener } from '../../src/node.ts';
import { INBOUND, reasonOf, refusalOf, sign, signedRequest, verifierAt } from '../helpers.ts';
import { overHttp, overServer, type Receiver } from './setups/setup.ts';

const EXPRESS = 'toExpressHandler of @convapi/webhook-verifier/express';
const NODE = 'toNodeListener of @convapi/webhook-verifier/node';
const FASTIFY = 'toFastifyPlugin of @convapi/webhook-verifier/fastify';
const LAMBDA = 'toLambdaHandler of @convapi/webhook-verifier/lambda';

const receivers: Receiver[] = [];

afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

/** Posts a signed callback and returns the answer. */
async function post(receiver: Receiver) {
  receivers.push(receiver);
  return receiver.send({ method: 'POST', headers: { ...(await sign(INBOUND)), 'content-type': 'application/json' }, body: INBOUND });
}

/** A handler that was handed to a framework as it is, as JavaScript allows, and what it told. */
function handedOver() {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const handler = createWebhookHandler(verifierAt(), { default: () => expect.unreachable() }, { onError });
  return { handler: handler as (...input: unknown[]) => unknown, guarded: requireBearer(handler, { tokens: 'token', onError }), errors };
}

describe('the handler itself, given to', () => {
  it('node:http, answers 500, tells onError, and the process lives on', async () => {
    for (const of of ['handler', 'guarded'] as const) {
      const all = handedOver();
      const receiver = await overServer(createServer(all[of] as unknown as RequestListener));
      for (let i = 0; i < 2; i++) expect(await post(receiver)).toEqual({ status: 500, reason: 'wrong_entry' });
      receivers.pop();
      expect(all.errors).toEqual(Array(2).fill(expect.objectContaining({ message: expect.stringContaining(`In Node use ${NODE}`) })));
    }
  });

  it.each([
    ['without a parser', (app: express.Express) => app],
    ['behind a parser', (app: express.Express) => app.use(express.json())],
    ['inside a router', (app: express.Express) => app],
  ])('Express, %s, goes to its error handlers', async (where, prepare) => {
    const { handler, errors } = handedOver();
    const reached: unknown[] = [];
    const route =
      where === 'inside a router' ? express.Router().post('/', handler as express.RequestHandler) : (handler as express.RequestHandler);
    const app = prepare(express()).use('/callbacks', route);
    app.use(((error, _req, res, _next) => {
      reached.push(error);
      res.status(500).end();
    }) as express.ErrorRequestHandler);
    expect(await post(await overServer(createServer(app)))).toEqual({ status: 500 });
    expect(reached).toEqual([expect.objectContaining({ message: expect.stringContaining(`In Express use ${EXPRESS}`) })]);
    expect(errors).toEqual([]);
  });

  it('Fastify, is answered with the sentence', async () => {
    const app = fastify({ forceCloseConnections: true });
    const reached: unknown[] = [];
    app.setErrorHandler((error, _request, reply) => {
      reached.push(error);
      reply.code(500).send();
    });
    app.post('/callbacks', handedOver().handler as never);
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    expect(await post(overHttp(Number(new URL(address).port), () => app.close()))).toEqual({ status: 500 });
    expect(reached).toEqual([expect.objectContaining({ message: expect.stringContaining(`In Fastify use ${FASTIFY}`) })]);
  });

  it('Koa, goes to its error event', async () => {
    const reached: unknown[] = [];
    const app = new Koa().use(handedOver().handler as never).on('error', (error) => reached.push(error));
    expect(await post(await overServer(createServer(app.callback())))).toEqual({ status: 500 });
    expect(reached).toEqual([expect.objectContaining({ message: expect.stringContaining(`In Koa use ${NODE} with ctx.req and ctx.res`) })]);
  });

  it('Hono, goes to its error handler', async () => {
    const reached: unknown[] = [];
    const app = new Hono().post('/callbacks', handedOver().handler as never).onError((error, c) => {
      reached.push(error);
      return c.body(null, 500);
    });
    expect(await post(await overServer(createAdaptorServer({ fetch: app.fetch }) as never))).toEqual({ status: 500 });
    expect(reached).toEqual([expect.objectContaining({ message: expect.stringContaining('In Hono pass c.req.raw') })]);
  });

  it.each<[string, unknown, string]>([
    ['an event of Lambda', { requestContext: { http: { method: 'POST' } }, headers: {} }, `In AWS Lambda use ${LAMBDA}`],
    ['the request of Hono', { raw: new Request('https://example.com') }, 'In Hono pass c.req.raw'],
    ['nothing', undefined, 'Pass a web Request to the handler'],
    ['null', null, 'Pass a web Request to the handler'],
    ['a parsed body', JSON.parse(INBOUND), 'Pass a web Request to the handler'],
    ['text', INBOUND, 'Pass a web Request to the handler'],
  ])('%s, rejects with what to do', async (_name, input, advice) => {
    const { handler, guarded } = handedOver();
    for (const one of [handler, guarded as typeof handler]) await expect(one(input)).rejects.toThrow(advice);
  });
});

it('does not end a process that serves the handler with node:http', async () => {
  // A process of its own: an unhandled rejection or exception in here would be seen by the test runner only.
  const program = `import { createServer } from 'node:http';
    import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';
    const handler = createWebhookHandler(createWebhookVerifier({ secrets: 's' }), {});
    const server = createServer(handler).listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const cwd = new URL('../../', import.meta.url);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
    for (let i = 0; i < 2; i++) {
      const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: INBOUND });
      expect([response.status, ((await response.json()) as { message: string }).message]).toEqual([500, expect.stringContaining(NODE)]);
    }
    const [line] = (await once(createInterface(child.stderr), 'line')) as [string];
    expect(line).toContain(NODE);
    expect(child.exitCode).toBe(null);
  } finally {
    child.kill();
  }
});

describe('verify and lease', () => {
  const inputs: [string, unknown, string][] = [
    ['a request of Node or Express', { httpVersion: '1.1', headers: {}, method: 'POST' }, '/express'],
    ['a context of Hono', { req: { raw: new Request('https://example.com') } }, 'c.req.raw'],
    ['a request of Fastify', { raw: { httpVersion: '1.1', headers: {} }, body: {} }, '/fastify'],
    ['a parsed body', JSON.parse(INBOUND), 'raw body and headers'],
    ['a body without headers', INBOUND, 'raw body and headers'],
    ['nothing', undefined, 'raw body and headers'],
    ['null', null, 'raw body and headers'],
  ];

  it.each(inputs)('name what to pass when they get %s', async (_name, input, advice) => {
    for (const method of ['verify', 'lease'] as const) {
      const error = await refusalOf(verifierAt()[method](input as Request));
      expect([error.reason, error.message]).toEqual(['body_already_parsed', expect.stringContaining(advice)]);
    }
  });

  it.each([[JSON.parse(INBOUND)], [undefined], [null], [17], [{ headers: 'x' }], [true]])(
    'name what to pass when the body is %j beside headers',
    async (body) => {
      expect(await reasonOf(verifierAt().verify(body, await sign(INBOUND)))).toBe('body_already_parsed');
    },
  );
});

describe('an adapter', () => {
  const handler = createWebhookHandler(verifierAt(), {});
  const adapters: [string, (handler: WebhookHandler) => (...input: never[]) => Promise<unknown>][] = [
    ['toExpressHandler', toExpressHandler],
    ['toNodeListener', toNodeListener],
    ['toFastifyHandler', toFastifyHandler],
    ['toLambdaHandler', toLambdaHandler],
  ];

  it.each([
    ...adapters,
    ['toFastifyPlugin', toFastifyPlugin],
    ['requireBearer', (one: WebhookHandler) => requireBearer(one, { tokens: 't' })],
  ] as const)('%s refuses what is no handler when it is made', (_name, adapt) => {
    for (const wrong of [verifierAt(), undefined, null, {}, 'text', [handler]]) {
      expect(() => adapt(wrong as never)).toThrow('Option handler must be the function that createWebhookHandler returns.');
    }
  });

  it.each(adapters)('%s names the right entry when it is called with something else', async (_name, adapt) => {
    const call = adapt(handler) as (...input: unknown[]) => Promise<unknown>;
    await expect(call(await signedRequest(INBOUND))).rejects.toThrow('pass it to what createWebhookHandler returns');
    await expect(call({ req: { httpVersion: '1.1' }, headers: {} }, async () => {})).rejects.toThrow('with ctx.req and ctx.res');
    await expect(call({ req: { raw: new Request('https://example.com') } }, async () => {})).rejects.toThrow('c.req.raw');
    await expect(call(undefined)).rejects.toThrow('[@convapi/webhook-verifier] ');
  });

  it('of Lambda names the right entry to Express, and those of Node to Lambda', async () => {
    const req = { httpVersion: '1.1', originalUrl: '/', headers: {} };
    await expect(toLambdaHandler(handler)(req as never)).rejects.toThrow(EXPRESS);
    const event = { requestContext: {}, headers: {} };
    for (const adapt of [toExpressHandler, toNodeListener])
      await expect(adapt(handler)(event as never, {} as never)).rejects.toThrow(LAMBDA);
  });

  it('toFastifyPlugin says how it is mounted when it is used as a route', async () => {
    await expect(toFastifyPlugin(handler)({ raw: {} } as never)).rejects.toThrow('app.register(toFastifyPlugin(handler), { prefix })');
  });
});
