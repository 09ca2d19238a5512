import { execFileSync, spawn } from 'node:child_process';
// @boundaries-ignore help for tests, of the whole repository
import { freePort } from '../../../../scripts/vitest/postgres.ts';

/** A Redis of the machine's own packages, started for one file of tests; keeps nothing. */
export interface Redis {
  port: number;
  remove(): Promise<void>;
}

/** Why a server cannot be started here; `undefined` when it can. */
export const missingRedis = whatIsMissing();
if (missingRedis) console.warn(`Skipped: tests with Redis, because ${missingRedis} (apt-get install redis-server).`);

export async function createRedis(): Promise<Redis> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  return {
    port,
    async remove() {
      server.kill('SIGINT');
      await ended;
    },
  };
}

function whatIsMissing(): string | undefined {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'redis-server is not installed';
  }
}
