import fastify, { type FastifyInstance } from 'fastify';
import { toFastifyHandler, toFastifyPlugin } from '../../../src/fastify-node.ts';
import type { WebhookHandler } from '../../../src/index.ts';
import { type EarlySetup, LIMIT, overHttp, type Receiver, type Setup } from './setup.ts';

type OnError = (error: unknown) => void;

async function overFastify(app: FastifyInstance): Promise<Receiver> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return overHttp(Number(new URL(address).port), () => app.close());
}

/** A Fastify application that keeps its own JSON parser. */
function application(name: string, mount: (app: FastifyInstance, handler: WebhookHandler, onError: OnError) => unknown) {
  return {
    name: `Fastify, ${name}`,
    start: async (handler: WebhookHandler, onError: OnError) => {
      const app = fastify({ forceCloseConnections: true });
      await mount(app, handler, onError);
      return overFastify(app);
    },
  };
}

export const fastifySetups: Setup[] = [
  application('the plugin', (app, handler, onError) =>
    app.register(toFastifyPlugin(handler, { maxBodyBytes: LIMIT, onError }), { prefix: '/callbacks' }),
  ),
  application('the plugin inside a plugin with parsers of its own', (app, handler) =>
    app.register(async (scope) => {
      scope.addContentTypeParser('text/plain', { parseAs: 'string' }, async () => ({ parsed: true }));
      scope.register(toFastifyPlugin(handler, { maxBodyBytes: LIMIT }), { prefix: '/callbacks' });
    }),
  ),
  {
    ...application('a route with a parser to buffers', (app, handler, onError) => {
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMIT }, async (_request: object, body: Buffer) => body);
      app.all('/callbacks', toFastifyHandler(handler, { onError }));
    }),
    own: { answers: { 'too large': { status: 413 } } },
  },
  {
    ...application('a route with request.rawBody', (app, handler) => {
      app.decorateRequest('rawBody', null);
      app.removeAllContentTypeParsers();
      app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LIMIT }, async (request: object, body: Buffer) => {
        Object.assign(request, { rawBody: body });
        return { parsed: true };
      });
      app.all('/callbacks', toFastifyHandler(handler));
    }),
    own: { answers: { 'too large': { status: 413 } } },
  },
];

export const earlyFastifySetups: EarlySetup[] = [
  {
    ...application('a route with the default parsers', (app, handler, onError) =>
      app.post('/callbacks', toFastifyHandler(handler, { onError })),
    ),
    parses: ['application/json', 'application/json; charset=utf-8'],
    others: { none: { status: 415 } },
    fix: 'toFastifyPlugin',
  },
];
