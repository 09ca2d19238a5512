import type { ChannelAnswer } from '../resources/channels/channel-answers.ts';
import type { Faults } from './faults.ts';

/** A message that a channel is about to take. */
export interface ChannelAttempt {
  appId: string;
  messageId: string;
  channel: string;
  identity: string;
}

/** What a channel says to a message when the rules have a word in it. */
export type ChannelOutage = (attempt: ChannelAttempt) => ChannelAnswer | undefined;

export function createChannelFaults(faults: Faults): ChannelOutage {
  return ({ appId, messageId, channel, identity }) => {
    if (!faults.watches('channel')) return undefined;
    const subject = { channels: [channel], identities: [identity], app_ids: [appId], message_id: messageId };
    const effect = faults.strike('channel', subject);
    if (!effect) return undefined;
    return effect.outage === 'silence' ? { status: 'QUEUED_ON_CHANNEL' } : { status: 'FAILED', reason: effect.outage };
  };
}
