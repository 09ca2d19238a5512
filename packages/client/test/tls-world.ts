import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { createCA, createCert } from 'mkcert';

const API = 'eu.conversation.api.sinch.com';
const AUTH = 'auth.sinch.com';

/** The hosts of the service with certificates of an own authority, and a proxy that leads to them: nothing else does. */
export async function startTlsWorld() {
  const running: Server[] = [];
  const sockets = new Set<Socket>();

  async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
    });
    running.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return (server.address() as AddressInfo).port;
  }

  const authority = await createCA({ organization: 'tests', countryCode: 'SE', state: 's', locality: 'l', validity: 2 });
  const issue = (domains: string[]) => createCert({ ca: authority, domains, validity: 2 });
  const requests: string[] = [];
  const answer = (request: IncomingMessage, response: import('node:http').ServerResponse) => {
    request.resume();
    requests.push(`${request.headers.host} ${request.method} ${request.url}`);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(/token$/.test(request.url ?? '') ? { access_token: 'token', expires_in: 3600 } : { apps: [] }));
  };
  const certificate = await issue([API, AUTH, 'localhost', '127.0.0.1', '::1']);
  const servicePort = await listen(createTlsServer(certificate, answer));
  const strangerPort = await listen(createTlsServer(await issue(['elsewhere.example']), answer));

  /** What the proxy does with a CONNECT. */
  const proxy = { asked: [] as string[], status: 200, silent: false };
  const proxyServer = createHttpServer((_, response) => response.writeHead(405).end());
  proxyServer.on('connect', (request, socket) => {
    proxy.asked.push(request.url ?? '');
    socket.on('error', () => {});
    if (proxy.silent) return;
    if (proxy.status !== 200) return void socket.end(`HTTP/1.1 ${proxy.status} No\r\ncontent-length: 9\r\n\r\nForbidden`);
    const upstream = connect(servicePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
  });
  const proxyUrl = `http://127.0.0.1:${await listen(proxyServer)}`;

  return {
    ca: authority.cert,
    requests,
    proxy,
    proxyUrl,
    /** The service by its own address, with a certificate that names it. */
    serviceUrl: `https://127.0.0.1:${servicePort}`,
    servicePort,
    /** A server whose certificate names another host. */
    strangerUrl: `https://127.0.0.1:${strangerPort}`,
    close() {
      for (const socket of sockets) socket.destroy();
      for (const server of running) server.close();
    },
    /** The service on IPv6 only. */
    startOnIpv6: async () => `https://[::1]:${await listen(createTlsServer(certificate, answer), '::1')}`,
  };
}
