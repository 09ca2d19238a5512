import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
// @boundaries-ignore help for tests, of the whole repository
import { createPostgres, missingPostgres, type Postgres } from '../../../../scripts/vitest/postgres.ts';
import type { ReplayGuard } from '../../src/index.ts';
import { replayGuardContract } from '../replay-guards/contract.ts';
import { handlesWhatAKilledProcessHeld } from '../replay-guards/killed.ts';
import { createTable, postgresReplayGuard, sweep } from '../replay-guards/postgres-replay-guard.ts';
import { createRedis, missingRedis, type Redis as RedisServer } from '../replay-guards/redis.ts';
import { redisReplayGuard } from '../replay-guards/redis-replay-guard.ts';

describe.skipIf(missingRedis)('the recipe for Redis', () => {
  let server: RedisServer;
  let clients: [Redis, Redis];

  beforeAll(async () => {
    server = await createRedis();
    const connect = () =>
      new Redis(server.port, '127.0.0.1', { retryStrategy: () => 50, maxRetriesPerRequest: null }).on('error', () => {});
    clients = [connect(), connect()];
    await Promise.all(clients.map((client) => client.ping()));
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.remove();
  });

  replayGuardContract((leaseMs) => clients.map((client) => redisReplayGuard(client, leaseMs)) as [ReplayGuard, ReplayGuard]);

  it('gives up what a killed process held when its lease is over', () =>
    handlesWhatAKilledProcessHeld('redis', server.port, (leaseMs) => redisReplayGuard(clients[0], leaseMs)));

  it('lets its keys expire', async () => {
    const lease = await redisReplayGuard(clients[0], 30_000).claim('expiring', 601_000);
    expect(await clients[1].pttl('callback:expiring')).toBeGreaterThan(20_000);
    if (typeof lease !== 'string') await lease.done();
    expect(await clients[1].pttl('callback:expiring')).toBeGreaterThan(590_000);
  });
});

describe.skipIf(missingPostgres)('the recipe for PostgreSQL', () => {
  let server: Postgres;
  let pools: [Pool, Pool];

  beforeAll(async () => {
    server = await createPostgres();
    const connect = () => new Pool({ host: '127.0.0.1', port: server.port, user: 'convapi', database: 'postgres' }).on('error', () => {});
    pools = [connect(), connect()];
    await vi.waitFor(() => pools[0].query(createTable), { timeout: 30_000, interval: 100 });
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await server.remove();
  });

  replayGuardContract((leaseMs) => pools.map((pool) => postgresReplayGuard(pool, leaseMs)) as [ReplayGuard, ReplayGuard]);

  it('gives up what a killed process held when its lease is over', () =>
    handlesWhatAKilledProcessHeld('postgres', server.port, (leaseMs) => postgresReplayGuard(pools[0], leaseMs)));

  it('loses what has expired, and only that, when it is swept', async () => {
    const [pool] = pools;
    await pool.query('DELETE FROM callbacks');
    for (const [key, keepMs] of [
      ['long', 601_000],
      ['over', 0],
    ] as const) {
      const lease = await postgresReplayGuard(pool).claim(key, keepMs);
      if (typeof lease !== 'string') await lease.done();
    }
    await postgresReplayGuard(pool, 0).claim('dead', 601_000);
    await pool.query(sweep);
    expect((await pool.query('SELECT key FROM callbacks')).rows).toEqual([{ key: 'long' }]);
  });
});

it.each(['redis', 'postgres'])('the documentation shows the recipe for %s that was tested', (name) => {
  const recipe = readFileSync(new URL(`../replay-guards/${name}-replay-guard.ts`, import.meta.url), 'utf8');
  const [, ...code] = recipe.split('\n\n');
  const page = readFileSync(new URL('../../../../apps/docs/src/guides/running/scaling-out.md', import.meta.url), 'utf8');
  expect(page.includes(code.join('\n\n').trim())).toBe(true);
});
