import type { Channel } from './internal/channel.ts';

/** A channel of the table: those that a message can be sent on, and the deprecated Viber bot. */
export type LimitChannel = Channel | 'VIBER';

/**
 * How sure a limit is: `sinch-api` stated in the API description, `sinch-doc` on a page of Sinch, `platform` by the owner of the
 * channel or another vendor, `unconfirmed` by sources that disagree, `unknown` by nobody. Only the first two ever make an error.
 */
export type LimitBasis = 'sinch-api' | 'sinch-doc' | 'platform' | 'unconfirmed' | 'unknown';

/** One limit. */
export interface Limit<Value = number> {
  /** The limit itself; `null` where nobody states one. */
  readonly value: Value | null;
  /** How sure it is. */
  readonly basis: LimitBasis;
  /** Who states it: a key of `LIMIT_SOURCES`, or the source written out. */
  readonly source: string | null;
  /** What else is to know about it. */
  readonly note?: string;
  /** Value that the service takes when none is given. */
  readonly default?: number;
}

/** Length of one SMS, and of each part of a longer one. */
export interface SmsTextLimit {
  readonly gsm7: number;
  readonly gsm7Part: number;
  readonly ucs2: number;
  readonly ucs2Part: number;
}

/** What each type of message becomes on a channel, in words that start with `native`, `transcoded`, `conditional`, `omni`, `channel` or `unknown`. */
export interface NativeSupport {
  readonly text: string;
  readonly media: string;
  readonly choice: string;
  readonly card: string;
  readonly carousel: string;
  readonly location: string;
  readonly list: string;
  readonly template: string;
  readonly contactInfo: string;
}

/** Limits of a WhatsApp list. */
export interface ListLimits {
  readonly sectionsMax: Limit;
  readonly rowsTotalMax: Limit;
  readonly menuButtonChars: Limit;
  readonly sectionTitleChars: Limit;
  readonly rowTitleChars: Limit;
  readonly rowDescriptionChars: Limit;
  readonly rowIdChars: Limit;
  readonly footerChars: Limit;
  readonly bodyChars: Limit;
  readonly productsTotalMax: Limit;
}

/** What one channel takes. A limit that only some channels have is optional. */
export interface ChannelLimits {
  readonly native: NativeSupport;
  readonly textChars: Limit<number | SmsTextLimit | { readonly bytes: number }>;
  readonly choicesMax: Limit;
  readonly choicesPerCardMax?: Limit;
  readonly choiceTitleChars: Limit;
  readonly choiceBodyChars?: Limit;
  readonly choiceFooterChars?: Limit;
  readonly postbackChars?: Limit;
  readonly cardTitleChars: Limit;
  readonly cardDescriptionChars: Limit;
  readonly cardChoicesMax?: Limit;
  readonly cardMedia?: Limit<string>;
  readonly subjectChars?: Limit;
  readonly carouselCards: Limit<readonly [number, number]>;
  readonly carouselOuterChoices?: Limit;
  readonly media: Limit<unknown>;
  readonly list: Limit<never> | ListLimits;
  readonly templateButtons?: Limit<{ readonly quickReplyMax: number; readonly callToActionMax: number }>;
  readonly senderNameChars?: Limit;
  readonly senderAvatarKb?: Limit;
  readonly deprecated?: boolean;
  readonly statuses: readonly string[];
  readonly statusesNote?: string;
}

/** What the Conversation API takes: limits in groups, named after the wire field. */
export interface ApiLimits {
  readonly [name: string]: ApiLimits | Limit<unknown> | number | string | null;
}
