import type { Agent, AppMessage } from '@convapi/core';
import { need } from '../internal/need.ts';
import { type Fields, toWire } from '../internal/to-wire.ts';

/** Who writes. */
export interface AgentOptions {
  /** Name that the contact sees, where the channel shows one. */
  name?: string | undefined;
  /** A person or a bot. */
  type?: 'HUMAN' | 'BOT' | undefined;
  /** Public URL of a picture. */
  picture?: string | undefined;
}

const FIELDS: Fields<AgentOptions, Agent> = {
  name(agent, name, path) {
    agent.display_name = need(path, name);
  },
  type(agent, type, path) {
    agent.type = need(path, type);
  },
  picture(agent, picture, path) {
    agent.picture_url = need(path, picture);
  },
};

/**
 * The message, in the name of a person or a bot.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { text, withAgent } from '@convapi/message-builder';
 *
 * const message = withAgent(text('How can I help?'), { name: 'Grace', type: 'HUMAN' });
 * ```
 */
export function withAgent<T extends AppMessage>(message: T, options: AgentOptions): T & { agent: Agent } {
  need('withAgent.message', message, 'object', 'a message');
  return { ...message, agent: toWire<AgentOptions, Agent>('withAgent', options, FIELDS, {}) };
}
