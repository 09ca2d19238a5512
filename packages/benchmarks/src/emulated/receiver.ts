import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes callbacks and counts them. */
export interface Receiver {
  url: string;
  count(): number;
  reset(): void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  let received = 0;
  const server: Server = createServer((incoming, outgoing) => {
    received += 1;
    incoming.resume();
    incoming.on('end', () => outgoing.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callbacks`,
    count: () => received,
    reset() {
      received = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
