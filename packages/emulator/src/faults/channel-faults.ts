import type { ChannelOutage } from '../resources/channels/index.ts';
import type { Faults } from './faults.ts';

export function createChannelFaults(faults: Faults): ChannelOutage {
  return ({ appId, messageId, channel, identity }) => {
    if (!faults.watches('channel')) return undefined;
    const subject = { channels: [channel], identities: [identity], app_ids: [appId], message_id: messageId };
    const effect = faults.strike('channel', subject);
    if (!effect) return undefined;
    return effect.outage === 'silence' ? { status: 'QUEUED_ON_CHANNEL' } : { status: 'FAILED', reason: effect.outage };
  };
}
