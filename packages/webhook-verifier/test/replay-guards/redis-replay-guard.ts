import type { ReplayGuard } from '../../src/index.ts';

/** What the guard needs of ioredis. */
export interface RedisCommands {
  set(key: string, value: string, unit: 'PX', ttlMs: number, condition: 'NX'): Promise<'OK' | null>;
  del(key: string): Promise<number>;
}

export function redisReplayGuard(redis: RedisCommands): ReplayGuard {
  return {
    claim: async (key, ttlMs) => (await redis.set(`callback:${key}`, '1', 'PX', ttlMs, 'NX')) === 'OK',
    release: async (key) => void (await redis.del(`callback:${key}`)),
  };
}
