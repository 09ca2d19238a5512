import type { Spans } from './text-span.ts';

/** What a file is, by its MIME type where that is told, else by the ending of its URL. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker' | 'unknown';

/**
 * Where a choice stands. `docked`: a suggestion above the field to write in. `joined`: a row of the bubble or card that it belongs to.
 * `inline`: a key under the bubble. `typed`: nothing to tap, a line of the text that says what to write or where to go.
 */
export type ChoicePlacement = 'docked' | 'joined' | 'inline' | 'typed';

/** A thing to tap, or the line of a text that stands for it. */
export interface RenderedChoice {
  /** What it does. The last three are of WhatsApp's own messages: open a form, copy a code, pay. */
  type: 'text' | 'url' | 'call' | 'location' | 'calendar' | 'share_location' | 'list' | 'flow' | 'copy_code' | 'pay' | 'unknown';
  /** Caption. */
  title: string;
  /** Address, number, map or code that it leads to. */
  target?: string;
  /** What comes back when it is tapped. Without one the service makes it from the message id and the caption. */
  postback?: string;
  placement: ChoicePlacement;
  /** Does it go away once one is tapped, or a newer message comes? */
  vanishes: boolean;
  /** Where the choice is in the message. */
  path: string;
}

/** A choice that is a line of a text. */
export interface TypedChoice extends RenderedChoice {
  placement: 'typed';
  /** Place of the line in the part's `text` or `caption`: `slice(start, end)` is the line, which may be cut. */
  start: number;
  end: number;
}

/** A file. What is not told in the message comes from the options of {@link render}. */
export interface RenderedMedia {
  url: string;
  media: MediaKind;
  /** Name to show: the one given, else the last part of the URL. */
  fileName: string;
  /** Such as `image/png`, where the file's URL or the options tell it. */
  mimeType?: string;
  /** Size of the file. */
  bytes?: number;
  /** Size of the picture in pixels. */
  width?: number;
  height?: number;
  /** Length of a sound or a film. */
  durationSeconds?: number;
  /** What is seen in it, for those who cannot see it. */
  alt?: string;
  thumbnailUrl?: string;
}

/** A card, alone or in a carousel. */
export interface RenderedCard {
  /** Header line, on WhatsApp. */
  header?: string;
  title?: string;
  description?: string;
  /** Small line under it, on WhatsApp. */
  footer?: string;
  media?: RenderedMedia;
  /** Height of the file, on RCS: 112, 168 or 264 pixels there. Without one the channel chooses. */
  height?: 'SHORT' | 'MEDIUM' | 'TALL';
  /** Set on RCS for a card that stands alone: the file above the words, or beside them. */
  orientation?: 'VERTICAL' | 'HORIZONTAL';
  /** Set on RCS for a horizontal card: the side that the file is on. */
  alignment?: 'LEFT' | 'RIGHT';
  /** `words`: the channel shows the title and the description above the file. */
  first?: 'words';
  choices: RenderedChoice[];
  spans?: Spans<'title' | 'description'>;
}

/** A row of a list. */
export interface RenderedListItem {
  title: string;
  description?: string;
  /** Set where the row is a product: the channel shows what its catalogue says. */
  productId?: string;
  media?: RenderedMedia;
  postback?: string;
  path: string;
}

/** A page that is shown in small under a text that leads to it. A note among the changes says how sure it is. */
export interface LinkPreview {
  url: string;
}

/** A text. */
export interface TextPart {
  kind: 'text';
  /** As it is sent, marks included. */
  text: string;
  /** With `markup` the channel reads marks such as `*bold*`; what they do is in `spans`. */
  format: 'plain' | 'markup';
  /** Is it made from something that the channel does not have? */
  transcoded: boolean;
  /** Small line under it, on WhatsApp. */
  footer?: string;
  /** Subject line, on MMS. */
  subject?: string;
  /** The choices that are lines of the text, in their order. */
  choices?: TypedChoice[];
  preview?: LinkPreview;
  /** Set where it is the caption of a choice that the contact tapped. */
  answers?: { messageId: string; postback: string };
  spans?: Spans<'text' | 'footer'>;
}

/** A file in a bubble. */
export interface MediaPart extends RenderedMedia {
  kind: 'media';
  /** Text under it, in the same bubble. */
  caption?: string;
  /** How the caption is read. */
  format: 'plain' | 'markup';
  /** The choices that are lines of the caption, in their order. */
  choices?: TypedChoice[];
  spans?: Spans<'caption'>;
}

/** Things to tap that belong to the part before. */
export interface ChoicesPart {
  kind: 'choices';
  choices: RenderedChoice[];
}

/** One card. */
export interface CardPart extends RenderedCard {
  kind: 'card';
}

/** A row of cards. */
export interface CarouselPart {
  kind: 'carousel';
  cards: RenderedCard[];
}

/** A map with a pin; degrees as precise as the service keeps them. */
export interface LocationPart {
  kind: 'location';
  title: string;
  label?: string;
  latitude?: number;
  longitude?: number;
}

/** A menu: a bubble with a button, which opens a sheet with the sections. */
export interface ListPart {
  kind: 'list';
  header?: string;
  title: string;
  description?: string;
  media?: RenderedMedia;
  /** Caption of the button, and title of the sheet. */
  menu: string;
  /** Catalogue of its products. */
  catalogId?: string;
  /** What the sheet holds. */
  sections: { title?: string; items: RenderedListItem[] }[];
  spans?: Spans<'title' | 'description'>;
}

/** A line of an entry for the address book. */
export interface RenderedContactLine {
  kind: 'organization' | 'phone' | 'mail' | 'address' | 'web' | 'birthday';
  text: string;
  /** The sender's word for it, such as `WORK`. */
  label?: string;
  /** `tel:`, `mailto:` or web address that it leads to. */
  target?: string;
}

/** An entry for the address book. */
export interface ContactPart {
  kind: 'contact';
  name: string;
  lines: RenderedContactLine[];
}

/** A stored template whose words are not at hand. With its words, from the options of {@link render}, it is a card or a row of cards. */
export interface TemplatePart {
  kind: 'template';
  templateId: string;
  languageCode?: string;
  version?: string;
  parameters: Record<string, string>;
}

/** A line of an order, or a sum below its lines. */
export interface RenderedOrderLine {
  /** What it is; a product of a catalogue goes by its id. */
  name: string;
  quantity?: number;
  /** Price of all pieces in units of the currency, where one is told. */
  amount?: number;
  /** Price before a reduction. */
  regularAmount?: number;
}

/** An order, as the channel adds it up. */
export interface RenderedOrder {
  /** Number of the order. */
  reference?: string;
  status?: string;
  catalogId?: string;
  /** Such as `EUR`. */
  currency?: string;
  items: RenderedOrderLine[];
  /** Subtotal, discount, shipping, tax: those that are there. */
  sums: RenderedOrderLine[];
  total?: number;
}

/** A message in the channel's own form, sent as it is, or of a kind that only contacts write. */
export interface PayloadPart {
  kind: 'payload';
  /** `explicit` for text of the channel's own protocol, else the type of the channel-specific message, `product_response` or `fallback`. */
  payloadType: string;
  /** The lines that people would read, as far as they are known. */
  lines: string[];
  /** What is sent or came, where it is text. */
  payload?: string;
  /** How it looks, as far as that is known: one card, or a row of them. */
  cards?: RenderedCard[];
  order?: RenderedOrder;
}

/** An emoji on an earlier message. */
export interface ReactionPart {
  kind: 'reaction';
  emoji: string;
  /** Was it taken off again? */
  removed: boolean;
  messageId: string;
}

/** What a screen shows, top to bottom. */
export type RenderedPart =
  | TextPart
  | MediaPart
  | ChoicesPart
  | CardPart
  | CarouselPart
  | LocationPart
  | ListPart
  | ContactPart
  | TemplatePart
  | PayloadPart
  | ReactionPart;
