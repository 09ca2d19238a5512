import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { toNodeListener } from '../../../src/node.ts';
import { type EarlySetup, LIMIT, overFetch, overServer, type Setup } from './setup.ts';

const overHono = (app: Hono) => overServer(createAdaptorServer({ fetch: app.fetch }) as Server);

export const fetchSetups: Setup[] = [
  { name: 'a route of Next.js', start: async (POST) => overFetch(POST) },
  { name: 'the default export of Bun, Deno and Workers', start: async (fetch) => overFetch((request) => ({ fetch }).fetch(request)) },
  {
    name: 'node:http',
    start: async (handler) => overServer(createServer(toNodeListener(handler, { maxBodyBytes: LIMIT }))),
  },
  {
    name: 'Hono on Node',
    start: (handler) => overHono(new Hono().all('/callbacks', (c) => handler(c.req.raw))),
  },
  {
    name: 'Hono, mounted',
    start: (handler) => overHono(new Hono().mount('/callbacks', handler)),
  },
  {
    name: 'Hono after middleware that read the body',
    start: (handler) => {
      const app = new Hono().use(async (c, next) => {
        await c.req.json().catch(() => {});
        await next();
      });
      const copy = async (request: Request, body: ArrayBuffer) =>
        new Request(request.url, { method: request.method, headers: request.headers, body });
      return overHono(app.all('/callbacks', async (c) => handler(await copy(c.req.raw, await c.req.arrayBuffer()))));
    },
  },
];

export const earlyFetchSetups: EarlySetup[] = [
  {
    name: 'a route of Next.js that reads the body',
    fix: 'raw body',
    start: async (handler) =>
      overFetch(async (request) => {
        await request.json();
        return handler(request);
      }),
  },
  {
    name: 'Hono with middleware that reads the body',
    fix: 'raw body',
    start: (handler) => {
      const app = new Hono().use(async (c, next) => {
        await c.req.json();
        await next();
      });
      return overHono(app.all('/callbacks', (c) => handler(c.req.raw)));
    },
  },
];
