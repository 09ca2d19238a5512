import { createServer } from 'node:http';
import express, { type Express, type RequestHandler } from 'express';
import { keepRawBody, toExpressHandler } from '../../../src/express-node.ts';
import type { WebhookHandler } from '../../../src/index.ts';
import { type EarlySetup, LIMIT, overServer, type Setup } from './setup.ts';

const JSON_TYPES = ['application/json', 'application/json; charset=utf-8'];

/** An Express application around the handler. Expressed errors stay silent, as they do under NODE_ENV=test. */
function application(name: string, mount: (app: Express, callbacks: RequestHandler) => unknown): Pick<Setup, 'name' | 'start'> {
  return {
    name: `Express, ${name}`,
    start: (handler: WebhookHandler, onError) => {
      const app = express().set('env', 'test');
      mount(app, toExpressHandler(handler, { maxBodyBytes: LIMIT, onError }));
      return overServer(createServer(app));
    },
  };
}

const tooLarge = { status: 413 };
const notFound = { status: 404 };

export const expressSetups: Setup[] = [
  {
    ...application('a POST route above the parsers', (app, callbacks) => app.post('/callbacks', callbacks).use(express.json())),
    own: { answers: { 'wrong method': notFound } },
  },
  application('app.use', (app, callbacks) => app.use('/callbacks', callbacks)),
  application('a route inside mounted routers', (app, callbacks) => {
    const inner = express.Router().all('/', callbacks);
    app.use(express.Router().use('/callbacks', express.Router().use(inner)));
  }),
  application('parsers of other content types first', (app, callbacks) => {
    app.use(express.urlencoded(), express.json({ type: 'application/vnd.api+json' })).all('/callbacks', callbacks);
  }),
  {
    ...application('express.raw() on the route', (app, callbacks) =>
      app.all('/callbacks', express.raw({ type: '*/*', limit: LIMIT }), callbacks),
    ),
    own: { answers: { 'too large': tooLarge }, contentTypes: [...JSON_TYPES, 'text/plain'] },
  },
  {
    ...application('express.text() on the route', (app, callbacks) =>
      app.all('/callbacks', express.text({ type: '*/*', limit: LIMIT }), callbacks),
    ),
    own: { answers: { 'too large': tooLarge }, contentTypes: [...JSON_TYPES, 'text/plain'] },
  },
  {
    ...application('express.json() that keeps the bytes by itself', (app, callbacks) => {
      const verify = (req: object, _res: object, buf: Buffer) => void Object.assign(req, { rawBody: buf });
      app.use(express.json({ verify, limit: LIMIT })).all('/callbacks', callbacks);
    }),
    // The parser refuses what is no JSON before the handler sees it.
    own: { answers: { 'too large': tooLarge, 'not JSON': { status: 400 } }, contentTypes: JSON_TYPES },
  },
  {
    ...application('express.json() with keepRawBody', (app, callbacks) => {
      app.use(express.json({ verify: keepRawBody, limit: LIMIT })).all('/callbacks', callbacks);
    }),
    own: { answers: { 'too large': tooLarge, 'not JSON': { status: 400 } }, contentTypes: JSON_TYPES },
  },
];

export const earlyExpressSetups: EarlySetup[] = [
  {
    ...application('express.json() first', (app, callbacks) => app.use(express.json()).post('/callbacks', callbacks)),
    parses: JSON_TYPES,
    fix: 'express.json({ verify: keepRawBody })',
  },
  {
    ...application('express.json() of every type first', (app, callbacks) =>
      app.use(express.json({ type: () => true })).post('/callbacks', callbacks),
    ),
    fix: 'above app.use(express.json())',
  },
];
