import type { RuleName } from './channel-rule.ts';
import type { ChannelLimits } from './limits.ts';

/** Why a channel does not show something in its own form: where, and what is wrong there. */
export interface Obstacle {
  /** Path from the message, or from what was asked about. */
  path: string;
  code: 'length' | 'count' | 'choice_kind' | 'markdown' | 'duplicate' | 'empty' | 'media_type' | 'not_native';
  /** The limit that says so. */
  rule: Extract<RuleName, keyof ChannelLimits>;
  /** The sentence after the path, without its full stop. */
  text: string;
  limit?: number | string;
  actual?: number | string;
  /** What both count. */
  unit?: string;
}
