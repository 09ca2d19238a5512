import { startWorker } from './worker.ts';

/** What a fresh process is asked: first what does not count, until its code is compiled, then what does. */
export interface FreshRequests {
  warmUp: object;
  measured: object;
}

/** Starts a worker for one subject, asks it twice, ends it, and gives the second answer. */
export async function askFresh<Answer>(worker: string, subject: string, { warmUp, measured }: FreshRequests): Promise<Answer> {
  const process = startWorker(worker, subject);
  try {
    await process.ask(warmUp);
    return await process.ask<Answer>(measured);
  } finally {
    await process.stop();
  }
}
