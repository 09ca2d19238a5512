import { createServer, request as httpRequest, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookHandler } from '../src/index.ts';
import { type NodeListenerOptions, toNodeListener } from '../src/node.ts';
import { deferred, INBOUND, sign, verifierAt } from './helpers.ts';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const handlers = () => {
  const seen: string[] = [];
  return { seen, handler: createWebhookHandler(verifierAt(), { default: (event) => void seen.push(event.trigger) }) };
};

/** Serves a webhook handler, after what a framework would do to the request first. */
async function serve(prepare: (req: IncomingMessage & Record<string, unknown>) => unknown = () => {}, options?: NodeListenerOptions) {
  const { seen, handler } = handlers();
  const listener = toNodeListener(handler, options);
  const port = await listen(async (req, res) => {
    await prepare(req as never);
    await listener(req, res);
  });
  const post = async (body: string) => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers: await sign(body) });
  return { post, port, seen };
}

async function readAll(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('the body', () => {
  it('is read raw from node:http', async () => {
    const { post, seen } = await serve();
    expect((await post(INBOUND)).status).toBe(200);
    expect(seen).toEqual(['MESSAGE_INBOUND']);
  });

  it('is read when Express left an empty object because the content type was not its own', async () => {
    const { post } = await serve((req) => {
      req.body = {};
    });
    expect((await post(INBOUND)).status).toBe(200);
  });

  it('is taken from express.raw() and express.text()', async () => {
    for (const convert of [(body: Buffer) => body, (body: Buffer) => body.toString()]) {
      const { post } = await serve(async (req) => {
        req.body = convert(await readAll(req));
      });
      expect((await post(INBOUND)).status).toBe(200);
    }
  });

  it('is taken from rawBody beside a parsed body', async () => {
    const { post } = await serve(async (req) => {
      req.rawBody = await readAll(req);
      req.body = JSON.parse(INBOUND);
    });
    expect((await post(INBOUND)).status).toBe(200);
  });

  it('is refused with the fix when only a parsed body is left', async () => {
    const { post, seen } = await serve(async (req) => {
      req.body = JSON.parse((await readAll(req)).toString());
    });
    const response = await post(INBOUND);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ reason: 'body_already_parsed', message: expect.stringContaining('express.raw()') });
    expect(seen).toEqual([]);
  });

  it('is limited, also when it was kept', async () => {
    const keep = async (req: IncomingMessage & Record<string, unknown>) => {
      req.body = await readAll(req);
    };
    for (const prepare of [undefined, keep]) {
      const { post } = await serve(prepare, { maxBodyBytes: 100 });
      expect((await post('x'.repeat(100))).status).toBe(400);
      const response = await post('x'.repeat(101));
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ reason: 'body_too_large' });
    }
  });

  it('is not read further than the limit, and the connection ends with the answer', async () => {
    const { port } = await serve(undefined, { maxBodyBytes: 1000 });
    const socket = connect(port, '127.0.0.1');
    const lines = Object.entries(await sign('')).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\n${lines.join('')}Transfer-Encoding: chunked\r\n\r\n7d0\r\n${'x'.repeat(2000)}\r\n`);
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
    expect(text.toLowerCase()).toContain('connection: close');
  });
});

describe('the request', () => {
  it('arrives whole: method, address, headers, body; and so does the answer', async () => {
    const port = await listen(
      toNodeListener(async (request) => {
        const headers = new Headers([
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
          ['x-seen', `${request.method} ${request.url} ${request.headers.get('x-twice')} ${await request.text()}`],
        ]);
        return new Response('made', { status: 201, headers });
      }),
    );
    const response = await fetch(`http://127.0.0.1:${port}/hook?a=1`, {
      method: 'PUT',
      body: 'sent',
      headers: [
        ['x-twice', '1'],
        ['x-twice', '2'],
      ],
    });
    expect([response.status, await response.text()]).toEqual([201, 'made']);
    expect(response.headers.get('x-seen')).toBe(`PUT http://127.0.0.1:${port}/hook?a=1 1, 2 sent`);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('may have no body', async () => {
    const { port } = await serve();
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(`http://127.0.0.1:${port}/`, { method })).status).toBe(405);
    }
  });

  it('keeps the address that Express saw first', async () => {
    const listener = toNodeListener((request) => new Response(new URL(request.url).pathname));
    const port = await listen((req, res) => {
      Object.assign(req, { originalUrl: `/mounted${req.url}` });
      void listener(req, res);
    });
    expect(await (await fetch(`http://127.0.0.1:${port}/hook`)).text()).toBe('/mounted/hook');
  });

  it('is refused when there is no such web request', async () => {
    const { port } = await serve();
    const statusOf = (options: object) =>
      new Promise((resolve, reject) => {
        httpRequest({ port, host: '127.0.0.1', ...options }, (res) => resolve(res.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await statusOf({ method: 'TRACE' })).toBe(400);
    expect(await statusOf({ method: 'POST', headers: { host: 'user:word@[' } })).toBe(400);
  });

  it('may come over TLS, over HTTP/2 with its pseudo headers, and without what HTTP/1.0 leaves out', async () => {
    const seen: string[] = [];
    const listener = toNodeListener((request) => {
      seen.push(`${request.method} ${request.url} ${[...request.headers.keys()]}`);
      return new Response();
    });
    const stub = (fields: object) => Object.assign(new PassThrough().end(), { complete: true, socket: {}, headers: {} }, fields) as never;
    const res = { setHeader: () => {}, end: () => {} } as never;
    await listener(stub({ socket: { encrypted: true }, headers: { ':path': '/', host: 'a', gone: undefined } }), res);
    await listener(stub({}), res);
    expect(seen).toEqual(['GET https://a/ host', 'GET http://localhost/ ']);
  });
});

describe('failures', () => {
  it('of a handler are answered with 500, without a word of the error, and reported', async () => {
    const errors: unknown[] = [];
    const boom = new Error('secret detail');
    const port = await listen(toNodeListener(() => Promise.reject(boom), { onError: (error) => void errors.push(error) }));
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, await response.text(), errors]).toEqual([500, '{"reason":"handler_failed"}', [boom]]);
  });

  it('go to the console when nobody listens', async () => {
    const written: unknown[] = [];
    const original = console.error;
    console.error = (...values) => void written.push(...values);
    try {
      const port = await listen(toNodeListener(() => Promise.reject(new Error('boom'))));
      await fetch(`http://127.0.0.1:${port}/`);
    } finally {
      console.error = original;
    }
    expect(written).toEqual([new Error('boom')]);
  });

  it('leave an answer alone that someone else gave', async () => {
    const errors: unknown[] = [];
    const listener = toNodeListener(() => new Response('late', { headers: { 'x-late': '1' } }), {
      onError: (error) => void errors.push(error),
    });
    const port = await listen((req, res) => {
      res.end('first');
      void listener(req, res);
    });
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('first');
    expect(errors).toMatchObject([{ code: 'ERR_HTTP_HEADERS_SENT' }]);
  });

  it.each(['while it is read', 'before it is read'])('do not include a sender that hangs up: %s', async (when) => {
    const errors: unknown[] = [];
    const { handler } = handlers();
    const listener = toNodeListener(handler, { onError: (error) => void errors.push(error) });
    const finished = deferred();
    const port = await listen(async (req, res) => {
      const reading = when === 'while it is read' ? listener(req, res) : undefined;
      const closed = new Promise((resolve) => res.once('close', resolve));
      socket.destroy();
      await closed;
      await (reading ?? listener(req, res));
      finished.resolve();
    });
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbegun');
    await finished.promise;
    expect(errors).toEqual([]);
  });
});

it.each([-1, Number.NaN, '1'])('refuses maxBodyBytes: %j', (maxBodyBytes) => {
  expect(() => toNodeListener(() => new Response(), { maxBodyBytes: maxBodyBytes as number })).toThrow('Option maxBodyBytes must be');
});
