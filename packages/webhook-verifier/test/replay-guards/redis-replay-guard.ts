import type { ReplayGuard } from '../../src/index.ts';

/** What the guard needs of ioredis. */
export interface RedisCommands {
  set(key: string, value: string, unit: 'PX', ttlMs: number): Promise<'OK' | null>;
  set(key: string, value: string, unit: 'PX', ttlMs: number, condition: 'NX'): Promise<'OK' | null>;
  get(key: string): Promise<string | null>;
  eval(script: string, keys: number, ...keysAndValues: string[]): Promise<unknown>;
}

const releaseMine = "if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end";

export function redisReplayGuard(redis: RedisCommands, leaseMs = 60_000): ReplayGuard {
  return {
    async claim(signature, keepMs) {
      const key = `callback:${signature}`;
      const owner = crypto.randomUUID();
      if (!(await redis.set(key, owner, 'PX', leaseMs, 'NX'))) return (await redis.get(key)) === 'done' ? 'replayed' : 'in_progress';
      return {
        done: async () => void (await redis.set(key, 'done', 'PX', keepMs)),
        release: async () => void (await redis.eval(releaseMine, 1, key, owner)),
      };
    },
  };
}
