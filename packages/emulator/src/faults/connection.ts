import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** The socket behind a call, for faults that no HTTP answer can express. */
export interface Connection {
  /** Ends it at once, with a TCP reset. */
  reset(): Response;
  /** Announces the whole answer, sends half of its body, and ends the connection. */
  cut(answer: Response): Promise<Response>;
}

export function createConnection(outgoing: ServerResponse): Connection {
  return {
    reset() {
      outgoing.socket?.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    },
    async cut(answer) {
      const body = Buffer.from(await answer.arrayBuffer());
      outgoing.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'content-length': body.length });
      // Destroyed only once the half is out: a reset would take it back.
      await new Promise<void>((resolve) => outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => resolve()));
      outgoing.socket?.destroy();
      return RESPONSE_ALREADY_SENT;
    },
  };
}
