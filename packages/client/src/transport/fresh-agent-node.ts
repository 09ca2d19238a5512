import type { Agent as HttpAgent } from 'node:http';
import type { Socket } from 'node:net';

/** An idle connection is left after this: most servers end theirs at 5 s or later, and a race with that loses a request. */
const IDLE_LIMIT_MS = 4_000;

/** A keep-alive agent, and what leaves its connections that were idle for too long. */
export interface FreshAgent {
  agent: HttpAgent;
  /** To be called before each request: what it leaves in the agent is fresh. */
  dropStale(): void;
}

/**
 * An agent that never sends on a connection that has been idle for long, not even in a process that was too busy to
 * notice. The agent's own `timeout` would cost a timer for each request, and fire too late in such a process.
 */
export function createFreshAgent(Agent: typeof HttpAgent): FreshAgent {
  const agent = new Agent({ keepAlive: true, scheduling: 'lifo' });
  const idleSinceMs = new WeakMap<Socket, number>();
  agent.on('free', (socket: Socket) => idleSinceMs.set(socket, Date.now()));
  return {
    agent,
    dropStale() {
      const oldestMs = Date.now() - IDLE_LIMIT_MS;
      for (const name in agent.freeSockets) {
        const sockets = agent.freeSockets[name] ?? [];
        // the freshest stands last, and is taken first
        for (let last = sockets.at(-1); last && (idleSinceMs.get(last) ?? 0) < oldestMs; last = sockets.at(-1)) {
          sockets.pop();
          last.destroy();
        }
      }
    },
  };
}
