import type { Channel } from '../internal/channel.ts';

/** A channel of the table: those that a message can be sent on, and the deprecated Viber bot. */
export type LimitChannel = Channel | 'VIBER';

/**
 * How sure a limit is: `sinch-api` stated in the API description, `sinch-doc` on a page of Sinch, `platform` by the owner of the
 * channel or another vendor, `unconfirmed` by sources that disagree, `unknown` by nobody. Only the first two ever make an error.
 */
export type LimitBasis = 'sinch-api' | 'sinch-doc' | 'platform' | 'unconfirmed' | 'unknown';

/**
 * What becomes of a message beyond a limit. `refuse`: the service or the channel answers with an error. `cut`: the rest is cut off.
 * `text`: it is sent as plain text. `lost`: that part is not shown. `undelivered`: nothing arrives. `none`: it arrives as written.
 * `unknown`: nobody says.
 */
export type LimitEffect = 'refuse' | 'cut' | 'text' | 'lost' | 'undelivered' | 'none' | 'unknown';

/** One limit. */
export interface Limit<Value = number> {
  /** The limit itself; `null` where nobody states one. */
  readonly value: Value | null;
  /** What the value counts: `characters` as people see them, `UTF-16 units`, `bytes`, `entries`, `hours` and so on. */
  readonly unit: string;
  /** What becomes of a message beyond it. */
  readonly effect: LimitEffect;
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

/**
 * What becomes of a type of message on a channel. `native`: shown as it is. `text`: sent as text. `conditional`: native under
 * conditions, else text. `parts`: other native things stand for it. `map`: a map without its words. `likely text`: text, though nobody promises it. `unknown`: nobody says.
 */
export type Support = 'native' | 'text' | 'conditional' | 'parts' | 'map' | 'likely text' | 'unknown';

/** What each type of message becomes on a channel. */
export interface NativeSupport {
  readonly text: Support;
  readonly media: Support;
  readonly choice: Support;
  readonly card: Support;
  readonly carousel: Support;
  readonly location: Support;
  readonly list: Support;
  readonly contactInfo: Support;
  /** Which templates it takes: `omni` those of the Template API, `channel` those that the channel stores. */
  readonly template: string;
}

/** Limits of a WhatsApp list. */
export interface ListLimits {
  readonly sectionsMax: Limit;
  readonly untitledSectionsMax: Limit;
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
  readonly textChars: Limit<number | SmsTextLimit>;
  /** Name of the channel property that limits the parts of a text. */
  readonly partsMax?: Limit<string>;
  readonly choicesMax: Limit;
  readonly choiceTitleChars: Limit;
  readonly choiceBodyChars?: Limit;
  readonly choiceFooterChars?: Limit;
  readonly headerChars?: Limit;
  /** Messages that have a text header. */
  readonly headerPlace?: Limit<string>;
  /** Messages that have a footer. */
  readonly footerPlace?: Limit<string>;
  readonly postbackChars?: Limit;
  readonly cardTitleChars: Limit;
  readonly cardDescriptionChars: Limit;
  readonly cardPlainDescriptionChars?: Limit;
  readonly cardChoicesMax?: Limit;
  readonly cardMedia?: Limit<string>;
  readonly subjectChars?: Limit;
  readonly subjectShownChars?: Limit;
  readonly carouselCards: Limit<readonly [number, number]>;
  readonly carouselCardsMin?: Limit;
  readonly carouselCardChoicesMax?: Limit;
  readonly carouselDescriptionChars?: Limit;
  readonly carouselPlainDescriptionChars?: Limit;
  readonly carouselHeights?: Limit<readonly string[]>;
  readonly carouselOuterChoices?: Limit;
  readonly media: Limit<unknown>;
  readonly mediaUrlChars?: Limit;
  readonly mediaCaptionChars?: Limit;
  readonly imageCaptionChars?: Limit;
  readonly payloadBytes?: Limit;
  /** Messages whose choices can stay. */
  readonly displayMode?: Limit<string>;
  readonly list?: ListLimits;
  readonly templateButtonsMax?: Limit;
  readonly templateCarouselCardsMax?: Limit;
  readonly templateHeaderChars?: Limit;
  readonly templateBodyChars?: Limit;
  readonly templateFooterChars?: Limit;
  readonly templateButtonChars?: Limit;
  readonly templateCouponChars?: Limit;
  readonly senderNameChars?: Limit;
  readonly senderAvatarKb?: Limit;
  /** How long after a contact wrote an app may answer freely. */
  readonly windowHours?: Limit;
  /** The same for messages with the tag `HUMAN_AGENT`. */
  readonly taggedWindowHours?: Limit;
  /** How long a message of the contact can be quoted. */
  readonly replyToHours?: Limit;
  /** What an identity is: a `phone` number, or an id that means something to one app only (`app-scoped`). */
  readonly identity: Limit<string>;
  readonly deprecated?: boolean;
  readonly statuses: readonly string[];
  readonly statusesNote?: string;
}

/** What the Conversation API takes: limits in groups, named after the wire field. */
export interface ApiLimits {
  readonly [name: string]: ApiLimits | Limit<unknown> | number | string | null;
}
