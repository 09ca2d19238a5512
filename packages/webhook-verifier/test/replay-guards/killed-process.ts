import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { createWebhookHandler, createWebhookVerifier, memoryReplayGuard, type ReplayGuard } from '../../src/index.ts';
import { postgresReplayGuard } from './postgres-replay-guard.ts';
import { redisReplayGuard } from './redis-replay-guard.ts';

/** What the process is told. */
export interface KilledProcessInput {
  guard: 'memory' | 'redis' | 'postgres';
  port: number;
  leaseMs: number;
  secret: string;
  body: string;
  headers: Record<string, string>;
}

/** Takes one callback and is still at work on it when it is killed. */
const input = JSON.parse(process.argv[2] ?? '') as KilledProcessInput;
const guards: Record<KilledProcessInput['guard'], () => ReplayGuard> = {
  memory: () => memoryReplayGuard({ leaseMs: input.leaseMs }),
  redis: () => redisReplayGuard(new Redis(input.port, '127.0.0.1'), input.leaseMs),
  postgres: () =>
    postgresReplayGuard(new Pool({ host: '127.0.0.1', port: input.port, user: 'convapi', database: 'postgres' }), input.leaseMs),
};
const verifier = createWebhookVerifier({ secrets: input.secret, replayGuard: guards[input.guard]() });
const handler = createWebhookHandler(verifier, {
  default: () => {
    process.stdout.write('at work\n');
    return new Promise((resolve) => setTimeout(resolve, 600_000));
  },
});
await handler(new Request('https://example.com/callbacks', { method: 'POST', headers: input.headers, body: input.body }));
