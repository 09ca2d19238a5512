import type { ChannelLimits, LimitBasis, LimitEffect, ListLimits, NativeSupport } from './limits.ts';

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
