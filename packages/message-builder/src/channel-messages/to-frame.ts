import type { WhatsAppInteractiveBody, WhatsAppInteractiveFooter, WhatsAppInteractiveHeader } from '@convapi/core';

import { need } from '../internal/need.ts';
import { refuse } from '../internal/refuse.ts';
import type { Fields } from '../internal/to-wire.ts';

/** Header of an interactive WhatsApp message: a text, or a file by its public URL. */
export type WhatsAppHeader = string | { image: string } | { video: string } | { document: string };

/** What stands around the content of an interactive WhatsApp message. */
export interface WhatsAppFrame {
  /** Above the body: a text, an image, a video or a document. */
  header?: WhatsAppHeader | undefined;
  /** The text itself, up to 1024 characters. */
  body?: string | undefined;
  /** Small text below, up to 60 characters. */
  footer?: string | undefined;
}

/** The frame of {@link WhatsAppFrame} on the wire. */
export interface WireFrame {
  header?: WhatsAppInteractiveHeader;
  body?: WhatsAppInteractiveBody;
  footer?: WhatsAppInteractiveFooter;
}

/** The lines of the frame, for the tables of the messages that have one. */
export const FRAME_FIELDS: Fields<WhatsAppFrame, WireFrame> = {
  header(frame, header, path) {
    frame.header = toHeader(path, header);
  },
  body(frame, body, path) {
    frame.body = { text: need(path, body) };
  },
  footer(frame, footer, path) {
    frame.footer = { text: need(path, footer) };
  },
};

function toHeader(path: string, header: WhatsAppHeader): WhatsAppInteractiveHeader {
  if (typeof header === 'string') return { type: 'text', text: header };
  need(path, header, 'object', 'a text or an object');
  if ('image' in header) return { type: 'image', image: { link: need(`${path}.image`, header.image) } };
  if ('video' in header) return { type: 'video', video: { link: need(`${path}.video`, header.video) } };
  if ('document' in header) return { type: 'document', document: { link: need(`${path}.document`, header.document) } };
  refuse(path, 'has no file', 'Pass an object with image, video or document.');
}
