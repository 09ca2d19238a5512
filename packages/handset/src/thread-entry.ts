import type { RenderedChoice, RenderedMessage } from '@convapi/message-builder';

/**
 * How far a message has come. `sending` to `read` are drawn as ticks or words on the messages of the phone's owner; `failed` is drawn on
 * both sides: on a message of the business it is an attempt that did not arrive on this phone.
 */
export type EntryStatus = 'sending' | 'sent' | 'delivered' | 'read' | 'failed';

/** An emoji that somebody put on a message. */
export interface EntryReaction {
  emoji: string;
  /** `TO_APP`: the phone's owner put it there; `TO_CONTACT`: the business. */
  direction: RenderedMessage['direction'];
}

/** One message of a thread, as a phone shows it. Pages map their own records to it. */
export interface ThreadEntry {
  /** Message id. Callbacks name it, reactions and quotes are found by it. */
  id: string;
  /** What `render` of `@convapi/message-builder` says; its `direction` decides the side, its `quote` is drawn above the message. */
  rendered: RenderedMessage;
  /** Default: nothing is drawn. */
  status?: EntryStatus | undefined;
  /** Why it failed, in a few words. */
  failure?: string | undefined;
  /** When it came or left, ISO 8601. Without one no time is drawn. */
  time?: string | undefined;
  /** When it was read, ISO 8601; Apple-like phones show it. */
  readTime?: string | undefined;
  reactions?: readonly EntryReaction[] | undefined;
}

/** What somebody tapped on a phone. */
export interface Tap {
  /** Id of the message that holds it. */
  entryId: string;
  /** What it is: a choice by what it does (`url` is a link, which the browser follows by itself), a row of a list, a product of one. */
  type: RenderedChoice['type'] | 'list_item' | 'product';
  /** Caption. */
  title: string;
  /** What comes back to the app, where the message says it. */
  postback?: string;
  /** Address, number or map that it leads to. */
  target?: string;
  /** Where it is in the message, such as `choice_message.choices[2]`. */
  path: string;
}

/** What a phone tells the page. A part that has no callback is drawn, and does nothing. */
export interface PhoneCallbacks {
  /** Somebody taps a choice or a row of a list. Links are followed by the browser after that. */
  onTap?: ((tap: Tap) => void) | undefined;
  /** Somebody writes a text, or the words that a text channel asks for. Without it the field is drawn only. */
  onText?: ((text: string) => void) | undefined;
  /** Somebody puts an emoji on a message; `''` takes it off. */
  onReaction?: ((reaction: { entryId: string; emoji: string }) => void) | undefined;
}
