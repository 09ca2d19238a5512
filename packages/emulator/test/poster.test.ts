import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createPoster } from '../src/callbacks/poster.ts';

const MEGABYTE = 1024 * 1024;

/** A receiver on this machine. @returns its origin, and how many connections were made to it */
async function serve(listener: RequestListener): Promise<{ host: string; connections: () => number }> {
  let connections = 0;
  const server = createServer(listener).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, connections: () => connections };
}

function open(timeoutMs = 5000) {
  const poster = createPoster(timeoutMs, []);
  onTestFinished(() => poster.close());
  return poster;
}

it('posts headers and body as they are, to path and query of the target', async () => {
  const got: unknown[] = [];
  const { host } = await serve((incoming, response) => {
    incoming.setEncoding('utf8').on('data', (text) => got.push(incoming.method, incoming.url, incoming.headers['x-own'], text));
    incoming.on('end', () => response.writeHead(204).end());
  });
  expect(await open().post(`http://${host}/hook?a=%20b`, { 'x-own': 'yes' }, '{"ö":1}')).toBe(204);
  expect(got).toEqual(['POST', '/hook?a=%20b', 'yes', '{"ö":1}']);
});

it('turns name and password of a target into basic authentication, unless a token goes along', async () => {
  const { host } = await serve((incoming, response) => response.end(incoming.headers.authorization));
  const poster = open();
  const target = `http://ada:l%C3%B6ve@${host}/`;
  expect(await poster.ask(target, {}, '')).toEqual({ status: 200, text: `Basic ${Buffer.from('ada:löve').toString('base64')}` });
  expect((await poster.ask(target, { authorization: 'Bearer own' }, '')).text).toBe('Bearer own');
});

it('does not follow redirects, and passes over what is only news of an answer', async () => {
  const { host } = await serve((incoming, response) => {
    response.writeEarlyHints({ link: '</style.css>; rel=preload' });
    incoming.resume().on('end', () => response.writeHead(302, { location: '/elsewhere' }).end(incoming.url));
  });
  expect(await open().ask(`http://${host}/here`, {}, '{}')).toEqual({ status: 302, text: '/here' });
});

it('keeps its connections for the next callbacks', async () => {
  const { host, connections } = await serve((incoming, response) => void incoming.resume().on('end', () => response.end('taken')));
  const poster = open();
  for (let count = 0; count < 20; count += 1) await poster.ask(`http://${host}/`, {}, '{}');
  // The next one may begin before the connection of the last is free again.
  expect(connections()).toBeLessThanOrEqual(2);
});

it('reads an answer up to a megabyte, and no further', async () => {
  const { host } = await serve((incoming, response) => {
    incoming.resume().on('end', () => response.end('x'.repeat(incoming.url === '/fits' ? MEGABYTE : MEGABYTE + 1)));
  });
  const poster = open();
  expect((await poster.ask(`http://${host}/fits`, {}, '{}')).text).toHaveLength(MEGABYTE);
  await expect(poster.ask(`http://${host}/`, {}, '{}')).rejects.toThrow(`the answer is over ${MEGABYTE} bytes`);
  // The status is there before the rest.
  expect(await poster.post(`http://${host}/`, {}, '{}')).toBe(200);
});

it('says what it waited for in vain', async () => {
  const { host } = await serve((incoming, response) => {
    if (incoming.url === '/begins') response.writeHead(200).write('and');
  });
  const poster = open(50);
  await expect(poster.ask(`http://${host}/silent`, {}, '{}')).rejects.toThrow('no answer within 50 ms');
  await expect(poster.ask(`http://${host}/begins`, {}, '{}')).rejects.toThrow('no end of the answer within 50 ms');
});

it('ends what is under way when it is closed', async () => {
  const { host } = await serve(() => undefined);
  const poster = open();
  const asked = poster.ask(`http://${host}/`, {}, '{}');
  const ended = expect(asked).rejects.toThrow();
  poster.close();
  await ended;
});
