import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import fastify from 'fastify';
import { afterEach, expect, it } from 'vitest';
import { toExpressHandler } from '../../src/express-node.ts';
import { toFastifyPlugin } from '../../src/fastify-node.ts';
import { createWebhookHandler, type WebhookHandler } from '../../src/index.ts';
import { toNodeListener } from '../../src/node.ts';
import { sign, verifierAt } from '../helpers.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const setups: [string, (handler: WebhookHandler) => Promise<number>][] = [
  ['node:http', (handler) => listen(createServer(toNodeListener(handler)))],
  ['Express', (handler) => listen(createServer(express().post('/', toExpressHandler(handler))))],
  [
    'Fastify',
    async (handler) => {
      const app = fastify({ forceCloseConnections: true }).register(toFastifyPlugin(handler));
      closers.push(() => app.close());
      return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
    },
  ],
];

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** Announces a long body, sends the beginning of it, and returns all that comes back until the connection ends. */
async function beginPost(port: number, headers: Record<string, string>): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const lines = Object.entries({ host: 'x', 'content-type': 'application/json', 'content-length': '1000000', ...headers });
  socket.write(`POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{"begun":`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  return text;
}

it.each(setups)('%s answers what is not signed before its body has come, and ends the connection', async (_name, start) => {
  const answer = await beginPost(await start(createWebhookHandler(verifierAt(), {})), {});
  expect(answer).toMatch(/^HTTP\/1\.1 401 .*\r\nconnection: close\r\n.*\{"reason":"missing_header"\}$/is);
});

it.each(setups)('%s gives up a body that does not come in time', async (_name, start) => {
  const handler = createWebhookHandler(verifierAt(), {}, { bodyTimeoutMs: 50 });
  const answer = await beginPost(await start(handler), { ...(await sign('')) });
  expect(answer).toMatch(/^HTTP\/1\.1 503 .*\r\nconnection: close\r\n.*\{"reason":"body_incomplete"\}$/is);
});

it.each(setups)('%s keeps the connection when the whole body was read', async (_name, start) => {
  const port = await start(createWebhookHandler(verifierAt(), {}));
  const headers = await sign('{"message":{}}');
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: '{"message":{}}' });
  expect([response.status, response.headers.get('connection')]).toEqual([200, 'keep-alive']);
});
