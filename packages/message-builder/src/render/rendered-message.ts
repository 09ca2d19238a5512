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

/** Which message was shown: a generic one, one in the channel's own form, or none. */
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
  | 'none';

/** A difference between the message and what the channel shows of it. */
export interface RenderedChange {
  /** Where it is in the message; the start of a path stands for all below it. */
  path: string;
  /** `lost`: not shown. `changed`: shown otherwise. `note`: good to know. */
  kind: 'lost' | 'changed' | 'note';
  /** The difference in a sentence. */
  what: string;
  /** How sure it is. */
  basis: Certainty;
}

/** What a channel shows of a message: plain data, the same for the same input. */
export interface RenderedMessage {
  /** The channel as given. */
  channel: string;
  /** The message that is shown there. */
  type: RenderedType;
  mode: RenderMode;
  /** How sure the whole is: as sure as its least sure detail. */
  certainty: Certainty;
  parts: RenderedPart[];
  /** The running text of the message, where it has one; in mode `text` everything that is sent. */
  text?: string;
  changes: RenderedChange[];
}
