import { createServer } from 'node:http';
import express, { type Express } from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { keepRawBody, toExpressHandler } from '../../src/express-node.ts';
import { createWebhookHandler } from '../../src/index.ts';
import { INBOUND, sign, verifierAt } from '../helpers.ts';
import { overServer, type Receiver } from './setups/setup.ts';

const receivers: Receiver[] = [];

afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

async function serve(app: Express, path?: string): Promise<Receiver> {
  const receiver = await overServer(createServer(app.set('env', 'test')), path);
  receivers.push(receiver);
  return receiver;
}

const webhooks = () => createWebhookHandler(verifierAt(), {});
const callOf = async (body: string) => ({ method: 'POST', headers: { ...(await sign(body)), 'content-type': 'application/json' }, body });

describe('other routes', () => {
  it('keep their parsers, above and below the webhook', async () => {
    const echo: express.RequestHandler = (req, res) => void res.status(req.body.status).end();
    const app = express().post('/before', express.json(), echo).post('/callbacks', toExpressHandler(webhooks()));
    app.use(express.json()).post('/after', echo);
    for (const path of ['/before', '/after']) {
      expect(await (await serve(app, path)).send(await callOf('{"status":299}'))).toEqual({ status: 299 });
    }
    expect(await (await serve(app)).send(await callOf(INBOUND))).toEqual({ status: 200 });
  });

  it('still get their parsed body when a parser keeps the bytes', async () => {
    const bodies: unknown[] = [];
    const app = express().use(express.json({ verify: keepRawBody }));
    app.post('/callbacks', (req, res) => {
      bodies.push(req.body, String((req as { rawBody?: Buffer }).rawBody));
      res.end();
    });
    await (await serve(app)).send(await callOf('{"a": 1.0}'));
    expect(bodies).toEqual([{ a: 1 }, '{"a": 1.0}']);
  });
});

describe('the address', () => {
  it('is the whole one inside mounted routers', async () => {
    const urls: string[] = [];
    const listener = toExpressHandler((request) => {
      urls.push(new URL(request.url).pathname);
      return new Response();
    });
    const app = express().use('/a', express.Router().use('/b', express.Router().all('/c', listener)));
    await (await serve(app, '/a/b/c')).send(await callOf('{}'));
    expect(urls).toEqual(['/a/b/c']);
  });
});

describe('failures', () => {
  it('of a handler are answered with 500 and reported, and do not reach the error handler of the application', async () => {
    const errors: unknown[] = [];
    const reached: unknown[] = [];
    const listener = toExpressHandler(() => Promise.reject(new Error('detail')), { onError: (error) => void errors.push(error) });
    const onError: express.ErrorRequestHandler = (error, _req, _res, next) => {
      reached.push(error);
      next(error);
    };
    const receiver = await serve(express().post('/callbacks', listener).use(onError));
    expect(await receiver.send(await callOf('{}'))).toEqual({ status: 500, reason: 'handler_failed' });
    expect([errors, reached]).toEqual([[new Error('detail')], []]);
  });

  it('go to the console when nobody listens', async () => {
    const written: unknown[] = [];
    const original = console.error;
    console.error = (...values) => void written.push(...values);
    try {
      const receiver = await serve(express().use(express.json()).post('/callbacks', toExpressHandler(webhooks())));
      await receiver.send(await callOf(INBOUND));
    } finally {
      console.error = original;
    }
    expect(written).toMatchObject([{ reason: 'body_already_parsed' }]);
  });

  it('of a log do not cost the answer', async () => {
    const listener = toExpressHandler(webhooks(), { onError: () => Promise.reject(new Error('log is down')) });
    const receiver = await serve(express().use(express.json()).post('/callbacks', listener));
    expect(await receiver.send(await callOf(INBOUND))).toEqual({ status: 400, reason: 'body_already_parsed' });
  });
});

it.each([-1, Number.NaN])('refuses maxBodyBytes: %j', (maxBodyBytes) => {
  expect(() => toExpressHandler(webhooks(), { maxBodyBytes })).toThrow('Option maxBodyBytes must be');
});
