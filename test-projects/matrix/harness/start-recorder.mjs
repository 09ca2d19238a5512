import { createServer, request } from 'node:http';

/**
 * A server in front of the emulator that keeps the headers of each request: to see what a monitor made of them.
 *
 * @param {Record<string, string>} env of the service
 * @returns {Promise<{ env: Record<string, string>, received: { path: string, headers: object }[], close: () => void }>}
 */
export async function startRecorder(env) {
  const received = [];
  const target = new URL(env.CONVAPI_BASE_URL);
  const server = createServer((incoming, outgoing) => {
    received.push({ path: incoming.url, headers: incoming.headers });
    const { method, url, headers } = incoming;
    const forward = request({ host: target.hostname, port: target.port, method, path: url, headers: { ...headers, host: target.host } });
    forward.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const here = (url) => url.replace(target.origin, origin);
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return {
    env: { ...env, CONVAPI_BASE_URL: here(env.CONVAPI_BASE_URL), CONVAPI_TOKEN_URL: here(env.CONVAPI_TOKEN_URL) },
    received,
    close,
  };
}
