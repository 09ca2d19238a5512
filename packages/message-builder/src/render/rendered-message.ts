import type { Channel } from '../internal/channel.ts';
import type { RenderedPart } from './rendered-part.ts';

/** A channel that {@link render} knows: those of the API, and the Viber bot that it has retired. */
export type RenderChannel = Channel | 'VIBER';

/**
 * How sure something is. `stated`: the vendor says so. `inferred`: it follows from what the vendor says, or is seen in its pictures and
 * samples only. `guess`: nothing was found, this is the likeliest. `unknown`: nothing was found, and nothing is likely.
 */
export type Certainty = 'stated' | 'inferred' | 'guess' | 'unknown';

/**
 * `native`: in the channel's own forms. `text`: rewritten as text. `mixed`: own forms beside text that stands for what the channel lacks.
 * `unknown`: it is not known which, and the parts show the text that is likeliest.
 */
export type RenderMode = 'native' | 'text' | 'mixed' | 'unknown';

/** Which message was shown: a generic one, one in the channel's own form, one that only contacts write, or none. */
export type RenderedType =
  | 'text'
  | 'media'
  | 'choice'
  | 'card'
  | 'carousel'
  | 'location'
  | 'list'
  | 'template'
  | 'contact_info'
  | 'channel'
  | 'media_card'
  | 'choice_response'
  | 'product_response'
  | 'fallback'
  | 'reaction'
  | 'none';

/** The most that a channel takes or shows, and what the message has. */
export interface RenderedLimit {
  most: number;
  actual: number;
  unit: 'characters' | 'bytes' | 'items';
}

/** A difference between the message and what the channel shows of it. */
export interface RenderedChange {
  /** Where it is in the message; the start of a path stands for all below it. */
  path: string;
  /** `lost`: not shown. `changed`: shown otherwise. `refused`: the channel does not take it, so that nothing arrives. `note`: good to know. */
  kind: 'lost' | 'changed' | 'refused' | 'note';
  /** The difference in a sentence. */
  what: string;
  /** How sure it is. */
  basis: Certainty;
  /** Set where something is longer than the channel takes or shows. The parts hold all of it, unless it is known to be cut. */
  limit?: RenderedLimit;
}

/** Who writes, as far as it is told: by the message's agent, by the send's properties, by the options of {@link render}. */
export interface RenderedSender {
  /** Name in the bar of the phone: of the brand, of the sending number, or of the contact. */
  name?: string;
  /** Its picture. */
  pictureUrl?: string;
  /** Does the channel say that it has checked the brand? */
  verified?: boolean;
  /** The person or bot who writes for the app. Which channels show one is not known. */
  agent?: { name?: string; pictureUrl?: string; type: 'HUMAN' | 'BOT' | 'UNKNOWN' };
}

/** The earlier message that this one answers. */
export interface RenderedQuote {
  messageId: string;
  /** Its words, where the message is at hand. */
  text?: string;
  /** Who wrote it, where the message is at hand. */
  direction?: RenderedMessage['direction'];
}

/** What a channel shows of a message: plain data, the same for the same input. */
export interface RenderedMessage {
  /** The channel as given. */
  channel: string;
  /** Whose message it is: `TO_CONTACT` is the app's, `TO_APP` the contact's. */
  direction: 'TO_CONTACT' | 'TO_APP';
  /** The message that is shown there. */
  type: RenderedType;
  mode: RenderMode;
  /** How sure the whole is: as sure as its least sure detail. */
  certainty: Certainty;
  sender?: RenderedSender;
  /** Shown above the first part. */
  quote?: RenderedQuote;
  parts: RenderedPart[];
  /** The running text of the message, where it has one; in mode `text` everything that is sent. */
  text?: string;
  changes: RenderedChange[];
}
