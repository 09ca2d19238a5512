import { execFileSync, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import KeyvRedis from '@keyv/redis';
import { Redis } from 'ioredis';
import Keyv from 'keyv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientCredentials, type TokenStore } from '../src/index.ts';
import { startTokenServer } from './token-server.ts';

const key = { keyId: 'key-id', keySecret: 'key-secret' };
const call = { url: 'https://eu.conversation.api.sinch.com' };
const bearer = async (auth: ReturnType<typeof clientCredentials>) => new Headers(await auth.headers(call)).get('authorization');

/** The recipe of the documentation: a store with a lock, on a Redis client. */
function redisTokenStore(redis: Redis): TokenStore {
  return {
    get: async (name) => (await redis.get(name)) ?? undefined,
    set: (name, value, ttlMs) => redis.set(name, value, 'PX', Math.ceil(ttlMs)),
    delete: (name) => redis.del(name),
    async lock(name, ttlMs) {
      const id = crypto.randomUUID();
      if ((await redis.set(name, id, 'PX', ttlMs, 'NX')) !== 'OK') return undefined;
      const releaseOwn = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end";
      return () => redis.eval(releaseOwn, 1, name, id);
    },
  };
}

/** What every store must do; `create` returns two views of one store, as two processes have them. */
function contract(create: () => [TokenStore, TokenStore]): void {
  test('gives one token to two processes', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const [one, other] = create();
    expect(await bearer(clientCredentials({ ...key, tokenUrl, tokenStore: one }))).toBe('Bearer token-1');
    expect(await bearer(clientCredentials({ ...key, tokenUrl, tokenStore: other }))).toBe('Bearer token-1');
    expect(requests).toHaveLength(1);
  });

  test('forgets a refused token for both, and never a newer one', async () => {
    const { tokenUrl, requests } = await startTokenServer([{}]);
    const [one, other] = create().map((tokenStore) => clientCredentials({ ...key, tokenUrl, tokenStore })) as [
      ReturnType<typeof clientCredentials>,
      ReturnType<typeof clientCredentials>,
    ];
    const old = await one.headers(call);
    await other.headers(call);
    await other.refused?.({ ...call, headers: old });
    expect(await bearer(other)).toBe('Bearer token-2');
    await one.refused?.({ ...call, headers: old });
    expect(await bearer(one)).toBe('Bearer token-2');
    expect(requests).toHaveLength(2);
  });

  test('lets a token go when its time is over', async () => {
    const { tokenUrl } = await startTokenServer([{ body: { access_token: 'short', expires_in: 0.2 } }, {}]);
    const [one, other] = create();
    await bearer(clientCredentials({ ...key, tokenUrl, tokenStore: one }));
    const later = clientCredentials({ ...key, tokenUrl, tokenStore: other, now: () => Date.now() + 1_000 });
    expect(await bearer(later)).toBe('Bearer token-2');
  });
}

describe('a Map', () => {
  contract(() => {
    const entries = new Map<string, string>();
    const store = {
      get: (name: string) => entries.get(name),
      set: (name: string, value: string) => entries.set(name, value),
      delete: (name: string) => entries.delete(name),
    };
    return [store, store];
  });
});

describe('Keyv in memory', () => {
  contract(() => {
    const store = new Map();
    return [new Keyv({ store }), new Keyv({ store })];
  });
});

const missing = (() => {
  try {
    execFileSync('redis-server', ['--version']);
    return undefined;
  } catch {
    return 'redis-server is not installed';
  }
})();
if (missing) console.warn(`Skipped: token stores on Redis, because ${missing}.`);

describe.skipIf(missing)('Redis', () => {
  let server: ReturnType<typeof spawn>;
  let url: string;
  let clients: Redis[];
  let keyvs: KeyvRedis<string>[];

  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    await untilOpen(port);
    clients = [new Redis(url), new Redis(url)];
    keyvs = [];
    await Promise.all(clients.map((client) => client.ping()));
  });
  afterAll(async () => {
    await Promise.all([...clients.map((client) => client.quit()), ...keyvs.map((store) => store.disconnect())]);
    server.kill();
  });

  describe('through Keyv', () => {
    contract(() => {
      const stores = [new KeyvRedis<string>(url), new KeyvRedis<string>(url)] as [KeyvRedis<string>, KeyvRedis<string>];
      keyvs.push(...stores);
      return [new Keyv({ store: stores[0] }), new Keyv({ store: stores[1] })];
    });
  });

  describe('with a lock', () => {
    contract(() => clients.map(redisTokenStore) as [TokenStore, TokenStore]);

    test('one of twenty processes that start together asks, and the others wait for it', async () => {
      const { tokenUrl, requests } = await startTokenServer(async () => {
        await pause(150); // a token endpoint is not instant; the others must meet the lock
        return {};
      });
      const processes = Array.from({ length: 20 }, (_, index) =>
        clientCredentials({ ...key, tokenUrl, tokenStore: redisTokenStore(clients[index % 2] as Redis) }),
      );
      const all = await Promise.all(processes.map(bearer));
      expect(new Set(all)).toEqual(new Set(['Bearer token-1']));
      expect(requests).toHaveLength(1);
    });

    test('a process that dies with the lock holds the others up no longer than its time', async () => {
      const { tokenUrl } = await startTokenServer([{}]);
      const store = redisTokenStore(clients[0] as Redis);
      await store.lock?.(`convapi:token:${tokenUrl}:key-id:lock`, 60_000);
      let nowMs = Date.now();
      const sleep = async (ms: number) => {
        nowMs += ms;
      };
      expect(await bearer(clientCredentials({ ...key, tokenUrl, tokenStore: store, now: () => nowMs, sleep }))).toBe('Bearer token-1');
    });
  });
});

/** Resolves when something listens on a port. */
async function untilOpen(port: number): Promise<void> {
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.end());
    });
    if (open) return;
    await pause(20);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
