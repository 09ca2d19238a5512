import type { AgentOptions, Agent as HttpAgent } from 'node:http';
import type { Socket } from 'node:net';

/** An idle connection is left after this: most servers end theirs at 5 s or later, and a race with that loses a request. */
const IDLE_LIMIT_MS = 4_000;

/** On the socket itself: a WeakMap of all of them would cost more than the rest of this file. */
const IDLE_SINCE_MS = Symbol('idleSinceMs');

type KeptSocket = Socket & { [IDLE_SINCE_MS]?: number };

/** A keep-alive agent, and what leaves its connections that were idle for too long. */
export interface FreshAgent {
  agent: HttpAgent;
  /** To be called before each request: what it leaves in the agent is fresh. */
  dropStale(): void;
}

/** The part of node:http or node:https that agents come from. */
export interface AgentModule {
  Agent: typeof HttpAgent;
  globalAgent: HttpAgent & { options?: AgentOptions };
}

/**
 * An agent that never sends on a connection that has been idle for long, not even in a process that was too busy to
 * notice. The agent's own `timeout` would cost a timer for each request, and fire too late in such a process.
 *
 * What the process has set up on Node's global agent holds here too: certificates, a proxy from the environment.
 */
export function createFreshAgent({ Agent, globalAgent }: AgentModule): FreshAgent {
  const agent = new Agent({ ...globalAgent.options, keepAlive: true, timeout: undefined });
  agent.on('free', (socket: KeptSocket) => {
    socket[IDLE_SINCE_MS] = performance.now();
  });
  return {
    agent,
    dropStale() {
      const oldestMs = performance.now() - IDLE_LIMIT_MS;
      for (const name in agent.freeSockets) {
        const sockets: KeptSocket[] = agent.freeSockets[name] ?? [];
        // the freshest stands last, and is taken first
        for (let last = sockets.at(-1); last && (last[IDLE_SINCE_MS] ?? 0) < oldestMs; last = sockets.at(-1)) {
          sockets.pop();
          last.destroy();
        }
      }
    },
  };
}
