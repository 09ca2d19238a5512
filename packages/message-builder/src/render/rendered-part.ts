/** What a URL leads to, as far as its file extension tells. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker' | 'unknown';

/** A thing to tap. */
export interface RenderedChoice {
  /** What it does. */
  type: 'text' | 'url' | 'call' | 'location' | 'calendar' | 'share_location' | 'list' | 'unknown';
  /** Caption. */
  title: string;
  /** Address, number or map that it leads to. */
  target?: string;
  /** What comes back when it is tapped. Without one the service makes it from the message id and the caption. */
  postback?: string;
  /** Where the choice is in the message. */
  path: string;
}

/** A file. */
export interface RenderedMedia {
  url: string;
  media: MediaKind;
  /** Name to show: the one given, else the last part of the URL. */
  fileName: string;
  thumbnailUrl?: string;
  /** Text under it, in the same bubble. */
  caption?: string;
}

/** A card, alone or in a carousel. */
export interface RenderedCard {
  /** Header line, on WhatsApp. */
  header?: string;
  title?: string;
  description?: string;
  media?: RenderedMedia;
  height?: 'SHORT' | 'MEDIUM' | 'TALL';
  choices: RenderedChoice[];
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

/** A text. With `markup`, `*bold*` and `_italic_` are shown as such. */
export interface TextPart {
  kind: 'text';
  text: string;
  format: 'plain' | 'markup';
  /** Is it made from something that the channel does not have? */
  transcoded: boolean;
  /** Small line under it, on WhatsApp. */
  footer?: string;
  /** Subject line, on MMS. */
  subject?: string;
}

/** A file in a bubble. */
export interface MediaPart extends RenderedMedia {
  kind: 'media';
}

/** Things to tap under the part before. */
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

/** A menu. */
export interface ListPart {
  kind: 'list';
  header?: string;
  title: string;
  description?: string;
  media?: RenderedMedia;
  /** Caption of the button that opens it. */
  menu?: string;
  /** Catalogue of its products. */
  catalogId?: string;
  sections: { title?: string; items: RenderedListItem[] }[];
}

/** An entry for the address book. */
export interface ContactPart {
  kind: 'contact';
  name: string;
  lines: string[];
}

/** A stored template whose words are not at hand. */
export interface TemplatePart {
  kind: 'template';
  templateId: string;
  languageCode?: string;
  version?: string;
  parameters: Record<string, string>;
}

/** A message in the channel's own form, sent as it is. */
export interface PayloadPart {
  kind: 'payload';
  /** `explicit` for text of the channel's own protocol, else the type of the channel-specific message. */
  payloadType: string;
  /** The lines that people would read, as far as they are known. */
  lines: string[];
  /** What is sent, where it is text. */
  payload?: string;
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
  | PayloadPart;
