import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { toFastifyHandler, toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler } from '../../src/index.ts';
import { INBOUND, sign, verifierAt } from '../helpers.ts';

const apps: FastifyInstance[] = [];

afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

function application(): FastifyInstance {
  const app = fastify();
  apps.push(app);
  return app;
}

const webhooks = () => createWebhookHandler(verifierAt(), {});
const json = { 'content-type': 'application/json' };
const post = async (app: FastifyInstance, url: string, payload: string) =>
  app.inject({ method: 'POST', url, payload, headers: { ...(await sign(payload)), ...json } });

describe('the plugin', () => {
  it('leaves the parsers of other routes alone, registered before or after', async () => {
    const app = application();
    app.post('/before', async (request) => request.body);
    app.register(toFastifyPlugin(webhooks()), { prefix: '/callbacks' });
    app.post('/after', async (request) => request.body);
    for (const url of ['/before', '/after']) expect((await post(app, url, '{"a": 1.0}')).json()).toEqual({ a: 1 });
    expect((await post(app, '/callbacks', INBOUND)).statusCode).toBe(200);
    expect((await app.inject({ method: 'POST', url: '/after', payload: 'x', headers: { 'content-type': 'a/b' } })).statusCode).toBe(415);
  });

  it('answers with and without a slash at the end, and to every method', async () => {
    const app = application();
    app.register(toFastifyPlugin(webhooks()), { prefix: '/callbacks' });
    expect((await post(app, '/callbacks/', INBOUND)).statusCode).toBe(200);
    for (const method of ['GET', 'HEAD', 'DELETE', 'OPTIONS'] as const) {
      const response = await app.inject({ method, url: '/callbacks' });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
    }
  });

  it('may be registered several times, for webhooks with secrets of their own', async () => {
    const app = application();
    const other = createWebhookHandler(verifierAt({ secrets: 'other' }), {});
    app.register(toFastifyPlugin(webhooks()), { prefix: '/one' });
    app.register(toFastifyPlugin(other), { prefix: '/two' });
    const headers = { ...(await sign(INBOUND, { secret: 'other' })), ...json };
    expect((await app.inject({ method: 'POST', url: '/two', payload: INBOUND, headers })).statusCode).toBe(200);
    expect((await app.inject({ method: 'POST', url: '/one', payload: INBOUND, headers })).statusCode).toBe(401);
  });

  it('leaves errors that are none of its own to the application', async () => {
    const app = application();
    app.setErrorHandler((error: Error, _request, reply) => reply.code(418).send(error.message));
    app.addHook('onRequest', async () => {
      throw new Error('closed for today');
    });
    app.register(toFastifyPlugin(webhooks()), { prefix: '/callbacks' });
    const response = await post(app, '/callbacks', INBOUND);
    expect([response.statusCode, response.body]).toEqual([418, 'closed for today']);
  });

  it('refuses a body that is over the limit while it is read, and takes one that is as long', async () => {
    const app = application();
    app.register(toFastifyPlugin(webhooks(), { maxBodyBytes: INBOUND.length }), { prefix: '/callbacks' });
    expect((await post(app, '/callbacks', INBOUND)).statusCode).toBe(200);
    const response = await post(app, '/callbacks', `${INBOUND} `);
    expect([response.statusCode, response.json()]).toEqual([413, { reason: 'body_too_large' }]);
  });

  it.each([0, Number.NaN])('refuses maxBodyBytes: %j', (maxBodyBytes) => {
    expect(() => toFastifyPlugin(webhooks(), { maxBodyBytes })).toThrow('Option maxBodyBytes must be');
  });
});

describe('the answer', () => {
  it('of any fetch handler comes through whole', async () => {
    const app = application();
    const headers = new Headers([
      ['content-type', 'image/png'],
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ]);
    app.register(
      toFastifyPlugin(
        (request) =>
          new Response(new Uint8Array([0, 255]), { status: 203, headers: { ...Object.fromEntries(headers), 'x-url': request.url } }),
      ),
      { prefix: '/a/b' },
    );
    app.post(
      '/cookies',
      toFastifyHandler(() => new Response(null, { headers })),
    );
    const response = await post(app, '/a/b?c=1', '{}');
    expect([response.statusCode, [...response.rawPayload], response.headers['content-type']]).toEqual([203, [0, 255], 'image/png']);
    expect(new URL(String(response.headers['x-url'])).pathname).toBe('/a/b');
    expect((await app.inject({ method: 'POST', url: '/cookies' })).headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('is 500 without a word of the error when a handler throws, and the error is reported', async () => {
    const app = application();
    const errors: unknown[] = [];
    const options = { onError: (error: unknown) => void errors.push(error) };
    app.register(
      toFastifyPlugin(() => Promise.reject(new Error('detail')), options),
      { prefix: '/callbacks' },
    );
    const response = await post(app, '/callbacks', '{}');
    expect([response.statusCode, response.json(), errors]).toEqual([500, { reason: 'handler_failed' }, [new Error('detail')]]);
  });

  it('is 400 when there is no such web request', async () => {
    const app = application();
    app.register(toFastifyPlugin(webhooks()), { prefix: '/callbacks' });
    const response = await app.inject({ method: 'POST', url: '/callbacks', headers: { host: 'user:word@[' } });
    expect([response.statusCode, response.json()]).toEqual([400, { reason: 'bad_request' }]);
  });
});

it('goes to the console when the body was parsed and nobody listens', async () => {
  const app = application();
  app.post('/callbacks', toFastifyHandler(webhooks()));
  const written: unknown[] = [];
  const original = console.error;
  console.error = (...values) => void written.push(...values);
  try {
    expect((await post(app, '/callbacks', INBOUND)).statusCode).toBe(400);
  } finally {
    console.error = original;
  }
  expect(written).toMatchObject([{ reason: 'body_already_parsed' }]);
});
