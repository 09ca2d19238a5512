/** What a worker says to a request. */
export type WorkerReply = { answer: unknown } | { failure: string };

/** Makes this process a worker: each message is handed to `handle`, and its result sent back. */
export function answerRequests<Request>(handle: (request: Request) => unknown): void {
  process.on('message', async (request) => {
    process.send?.(await reply(() => handle(request as Request)));
  });
  // Open sockets and timers of a client would keep the process; the parent leaving is the end.
  process.on('disconnect', () => process.exit(0));
}

async function reply(work: () => unknown): Promise<WorkerReply> {
  try {
    return { answer: await work() };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
