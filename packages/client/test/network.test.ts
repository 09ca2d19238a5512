import { Agent } from 'node:https';
import { networkInterfaces } from 'node:os';
import { clientCredentials } from '@convapi/auth';
import { isConnectionError, isTimeoutError } from '@convapi/core';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { ProxyAgent, Agent as UndiciAgent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ConversationClientOptions, createConversationClient, fetchTransport, type Transport } from '../src/index.ts';
import { httpTransport } from '../src/transport/http-transport-node.ts';
import { undiciTransport } from '../src/transport/undici-transport-node.ts';
import { startTlsWorld } from './tls-world.ts';

let world: Awaited<ReturnType<typeof startTlsWorld>>;
beforeAll(async () => {
  world = await startTlsWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.requests.length = 0;
  Object.assign(world.proxy, { asked: [], status: 200, silent: false });
});

const key = { keyId: 'key-id', keySecret: 'key-secret' };

function connect(transport: Transport | undefined, options: Partial<ConversationClientOptions> = {}, tokenUrl?: string) {
  const auth = clientCredentials({ ...key, tokenUrl });
  return createConversationClient({ projectId: 'p', region: 'eu', auth, transport, retry: false, timeoutMs: 5_000, ...options });
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (error: unknown) => error as Error,
  );

/** The agent takes no authority of its own when it is made. */
function proxyAgent(): Agent {
  const agent = new HttpsProxyAgent(world.proxyUrl);
  return Object.assign(agent, { options: { ...agent.options, ca: world.ca } }) as unknown as Agent;
}

/** Ways through a proxy, each with the authority of the tests. */
const WAYS: [string, () => Transport][] = [
  ['an agent of https-proxy-agent', () => httpTransport({ httpsAgent: proxyAgent() })],
  [
    "undici's ProxyAgent as dispatcher",
    () => undiciTransport({ dispatcher: new ProxyAgent({ uri: world.proxyUrl, requestTls: { ca: world.ca } }) }),
  ],
  [
    'a fetch with a dispatcher',
    () => {
      const dispatcher = new ProxyAgent({ uri: world.proxyUrl, requestTls: { ca: world.ca } });
      return fetchTransport((url, init) => undiciFetch(url, { ...init, dispatcher }));
    },
  ],
];

describe.each(WAYS)('a proxy by %s', (_, create) => {
  test('carries the calls and the request for the token alike', async () => {
    expect(await connect(create()).apps.list()).toEqual({ apps: [] });
    expect(world.proxy.asked.sort()).toEqual(['auth.sinch.com:443', 'eu.conversation.api.sinch.com:443']);
    expect(world.requests).toEqual(['auth.sinch.com POST /oauth2/token', 'eu.conversation.api.sinch.com GET /v1/projects/p/apps']);
  });

  test('that says 403 is named, and nothing of the request has left', async () => {
    world.proxy.status = 403;
    for (const auth of [{ headers: async () => ({ authorization: 'Bearer t' }) }, clientCredentials(key)]) {
      const error = await failure(connect(create(), { auth }).apps.list());
      expect(isConnectionError(error) && error.requestLeft).toBe(false);
      expect(error?.message).toMatch(
        /[Pp]roxy.*Check its address, its credentials, and that it allows this host|[Pp]roxy did not let it through/,
      );
    }
    expect(world.requests).toEqual([]);
  });

  test('that is silent ends with the limit of the call', async () => {
    world.proxy.silent = true;
    const auth = { headers: async () => ({ authorization: 'Bearer t' }) };
    expect(isTimeoutError(await failure(connect(create(), { auth, timeoutMs: 100 }).apps.list()))).toBe(true);
    expect(isTimeoutError(await failure(connect(create(), { auth, timeoutMs: 0, deadlineMs: 100 }).apps.list()))).toBe(true);
    // the token's limit is that of the call as well
    expect(isTimeoutError(await failure(connect(create(), { timeoutMs: 100 }).apps.list()))).toBe(true);
  });
});

/** Transports that trust the authority of the tests or not. */
const TRUST: [string, (ca: string | undefined) => Transport][] = [
  ['httpTransport', (ca) => httpTransport(ca === undefined ? {} : { httpsAgent: new Agent({ ca }) })],
  ['undiciTransport', (ca) => undiciTransport({ dispatcher: new UndiciAgent({ connect: ca === undefined ? {} : { ca } }) })],
  [
    'fetchTransport',
    (ca) => {
      const dispatcher = new UndiciAgent({ connect: ca === undefined ? {} : { ca } });
      return fetchTransport((url, init) => undiciFetch(url, { ...init, dispatcher }));
    },
  ],
];

describe.each(TRUST)('%s', (_, create) => {
  test('takes an own authority, for calls and token', async () => {
    const client = connect(create(world.ca), { baseUrl: world.serviceUrl }, `${world.serviceUrl}/token`);
    expect(await client.apps.list()).toEqual({ apps: [] });
    expect(world.requests).toHaveLength(2);
  });

  test.each<[string, () => [baseUrl: string, ca: string | undefined]]>([
    ['of nobody that is trusted', () => [world.serviceUrl, undefined]],
    ['for another host', () => [world.strangerUrl, world.ca]],
  ])('a certificate %s is a ConnectionError that says so, with nothing sent', async (_case, place) => {
    const [baseUrl, ca] = place();
    for (const auth of [
      { headers: async () => ({ authorization: 'Bearer t' }) },
      clientCredentials({ ...key, tokenUrl: `${baseUrl}/token` }),
    ]) {
      const error = await failure(connect(create(ca), { baseUrl, auth }).apps.list());
      expect(isConnectionError(error) && error.requestLeft).toBe(false);
      expect(error?.message).toMatch(/The certificate is not trusted: name the authority in NODE_EXTRA_CA_CERTS/);
    }
    expect(world.requests).toEqual([]);
  });

  test('a TLS handshake that is cut is a ConnectionError with nothing sent', async () => {
    const { createServer } = await import('node:net');
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `https://127.0.0.1:${(server.address() as { port: number }).port}`;
    const error = await failure(connect(create(undefined), { baseUrl, auth: { headers: async () => ({}) } }).apps.list());
    server.close();
    expect(isConnectionError(error)).toBe(true);
  });

  test('reaches a host on IPv6 only', async (context) => {
    const hasIpv6 = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === '::1'));
    if (!hasIpv6) {
      console.log('not tried: this machine has no IPv6 loopback');
      return context.skip();
    }
    const baseUrl = await world.startOnIpv6();
    expect(await connect(create(world.ca), { baseUrl }, `${baseUrl}/token`).apps.list()).toEqual({ apps: [] });
  });
});

test('a port that fetch refuses to use is a ConnectionError with nothing sent', async () => {
  const auth = { headers: async () => ({}) };
  const error = await failure(connect(fetchTransport(fetch), { baseUrl: 'http://127.0.0.1:22', auth }).apps.list());
  expect(isConnectionError(error) && error.requestLeft).toBe(false);
  expect(error?.message).toMatch(/bad port. No request can go there: check `baseUrl`/);
});

test('what the process has set up on the global agent of Node holds for the default transport', async () => {
  const { default: https } = await import('node:https');
  const before = https.globalAgent.options.ca;
  https.globalAgent.options.ca = world.ca;
  try {
    const client = connect(undefined, { baseUrl: world.serviceUrl }, `${world.serviceUrl}/token`);
    expect(await client.apps.list()).toEqual({ apps: [] });
  } finally {
    if (before === undefined) delete https.globalAgent.options.ca;
    else https.globalAgent.options.ca = before;
  }
});

test('a global agent of another class, as for a proxy of the whole process, is used', async () => {
  const { default: https } = await import('node:https');
  const before = https.globalAgent;
  https.globalAgent = proxyAgent();
  try {
    expect(await connect(undefined).apps.list()).toEqual({ apps: [] });
    expect(world.proxy.asked).toHaveLength(2);
  } finally {
    https.globalAgent = before;
  }
});
