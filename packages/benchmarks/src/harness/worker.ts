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

/**
 * Starts a file of `workers/` in a fresh process: nothing that ran before has warmed or filled it. It gets the name of its
 * subject as argument, and `flags` of Node.
 */
export function startWorker(file: string, subject = '', flags: readonly string[] = []): Worker {
  const child = fork(fileURLToPath(new URL(`../workers/${file}.js`, import.meta.url)), [subject], {
    env: childEnvironment(),
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The worker ${file} ${subject} ended with code ${code}. Its output above says why.`);
  });
  ended.catch(() => {}); // an end that nobody waits for is the end that was asked for
  return {
    async ask<Answer>(request: object) {
      const answered = once(child, 'message');
      child.send(request);
      const [reply] = (await Promise.race([answered, ended])) as [WorkerReply];
      if ('failure' in reply) throw new Error(`The worker ${file} ${subject} failed: ${reply.failure}`);
      return reply.answer as Answer;
    },
    async stop() {
      child.disconnect();
      await ended.catch(() => {});
    },
  };
}
