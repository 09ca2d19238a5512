import type { Agent, AppMessage } from '@convapi/core';

/** Who writes. */
export interface AgentOptions {
  /** Name that the contact sees, where the channel shows one. */
  name?: string | undefined;
  /** A person or a bot. */
  type?: 'HUMAN' | 'BOT' | undefined;
  /** Public URL of a picture. */
  picture?: string | undefined;
}

/**
 * The message, in the name of a person or a bot.
 *
 * @example
 * ```ts
 * import { text, withAgent } from '@convapi/message-builder';
 *
 * const message = withAgent(text('How can I help?'), { name: 'Grace', type: 'HUMAN' });
 * ```
 */
export function withAgent<T extends AppMessage>(message: T, { name, type, picture }: AgentOptions): T & { agent: Agent } {
  const agent: Agent = {};
  if (name !== undefined) agent.display_name = name;
  if (type !== undefined) agent.type = type;
  if (picture !== undefined) agent.picture_url = picture;
  return { ...message, agent };
}
