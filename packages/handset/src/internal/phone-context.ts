import type { RenderedMedia } from '@convapi/message-builder';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { type ChannelLook, lookOf } from '../channel-look.ts';
import type { PhoneCallbacks } from '../thread-entry.ts';

/**
 * Where the picture, sound or film of a message is fetched from: an address, or undefined to draw a placeholder. Nothing is fetched from
 * the address in the message, unless the function gives it back.
 */
export type MediaUrl = (media: Pick<RenderedMedia, 'url' | 'media' | 'mimeType'>) => string | undefined;

/** A sheet that slides over the lower part of the phone. */
export interface SheetContent {
  title: string;
  content: ComponentChildren;
}

/** What the parts of a phone share. */
export interface PhoneContext extends PhoneCallbacks {
  look: ChannelLook;
  mediaUrl?: MediaUrl | undefined;
  /** Is it told how sure a drawing is, and what was changed? */
  notes: boolean;
  /** Are the choices only shown, as in a list of what was sent? What leads to an address still leads there. */
  still?: boolean | undefined;
  /** Opens a sheet; undefined closes it. */
  openSheet: (sheet: SheetContent | undefined) => void;
}

const context = /* @__PURE__ */ createContext<PhoneContext>({ look: /* @__PURE__ */ lookOf(''), notes: true, openSheet: () => undefined });

export const PhoneProvider = context.Provider;

export function usePhone(): PhoneContext {
  return useContext(context);
}
