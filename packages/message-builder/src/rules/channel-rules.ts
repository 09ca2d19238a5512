import { CHANNEL_RULES } from '../generated/channel-rules.ts';
import type { ChannelRules } from './channel-rule.ts';
import type { LimitChannel } from './limits.ts';

const NOTHING_KNOWN: ChannelRules = {
  native: {
    text: 'unknown',
    media: 'unknown',
    choice: 'unknown',
    card: 'unknown',
    carousel: 'unknown',
    location: 'unknown',
    list: 'unknown',
    contactInfo: 'unknown',
    template: 'unknown',
  },
  limits: {},
};

/** What is known of a channel; nothing of one that has no row. */
export function rulesOf(channel: string): ChannelRules {
  return isLimitChannel(channel) ? CHANNEL_RULES[channel] : NOTHING_KNOWN;
}

/** Has it a row in the tables? */
export function isLimitChannel(channel: unknown): channel is LimitChannel {
  return typeof channel === 'string' && Object.hasOwn(CHANNEL_RULES, channel);
}
