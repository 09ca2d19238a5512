import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { WorkerReply } from './answer-requests.ts';
import { childEnvironment } from './child-environment.ts';

/** A process of its own that does what it is asked, one thing at a time. */
export interface Worker {
  /** Does one piece of work there. Rejects when that throws or the process ends. */
  ask<Answer>(request: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a file of `workers/` in a fresh process: nothing that ran before has warmed or filled it. */
export function startWorker(file: string, ...args: string[]): Worker {
  const child = fork(fileURLToPath(new URL(`../workers/${file}.js`, import.meta.url)), args, {
    env: childEnvironment(),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The worker ${file} ${args.join(' ')} ended with code ${code}. Its output above says why.`);
  });
  ended.catch(() => {}); // an end that nobody waits for is the end that was asked for
  return {
    async ask<Answer>(request: object) {
      const answered = once(child, 'message');
      child.send(request);
      const [reply] = (await Promise.race([answered, ended])) as [WorkerReply];
      if ('failure' in reply) throw new Error(`The worker ${file} ${args.join(' ')} failed: ${reply.failure}`);
      return reply.answer as Answer;
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => {});
    },
  };
}
