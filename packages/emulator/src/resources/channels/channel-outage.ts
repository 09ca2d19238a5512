import type { ChannelAnswer } from './channel-answer.ts';

/** A message that a channel is about to take. */
export interface ChannelAttempt {
  appId: string;
  messageId: string;
  channel: string;
  identity: string;
}

/** What a channel says to a message when something goes wrong on purpose; nothing where all is well. */
export type ChannelOutage = (attempt: ChannelAttempt) => ChannelAnswer | undefined;
