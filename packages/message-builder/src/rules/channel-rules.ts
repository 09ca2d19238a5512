import { CHANNEL_RULES } from '../generated/channel-rules.ts';
import type { ChannelLimits, LimitBasis, LimitChannel, LimitEffect, ListLimits, NativeSupport } from './limits.ts';

/** A number that a channel takes: how many at most, of what, and what becomes of more. */
export interface Rule {
  readonly most: number;
  readonly unit: string;
  readonly effect: LimitEffect;
  readonly basis: LimitBasis;
}

/** Names of the limits in the table of a channel; those of a list begin with `list`. */
export type RuleName = Exclude<keyof ChannelLimits, 'native' | 'list' | 'deprecated' | 'statuses' | 'statusesNote'> | ListRuleName;
type ListRuleName = `list${Capitalize<keyof ListLimits>}`;

/** What a channel shows and takes, in short. */
export interface ChannelRules {
  readonly native: NativeSupport;
  /** What an identity is, where it is known. */
  readonly identity?: string;
  readonly limits: { readonly [N in RuleName]?: Rule };
}

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
