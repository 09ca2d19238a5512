import type { WhatsAppInteractiveBody, WhatsAppInteractiveFooter, WhatsAppInteractiveHeader } from '@convapi/core';

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

interface WireFrame {
  header?: WhatsAppInteractiveHeader;
  body?: WhatsAppInteractiveBody;
  footer?: WhatsAppInteractiveFooter;
}

/** The wire form of the frame, without keys for what was left out. */
export function toFrame({ header, body, footer }: WhatsAppFrame): WireFrame {
  const frame: WireFrame = {};
  if (header !== undefined) frame.header = toHeader(header);
  if (body !== undefined) frame.body = { text: body };
  if (footer !== undefined) frame.footer = { text: footer };
  return frame;
}

function toHeader(header: WhatsAppHeader): WhatsAppInteractiveHeader {
  if (typeof header === 'string') return { type: 'text', text: header };
  if ('image' in header) return { type: 'image', image: { link: header.image } };
  if ('video' in header) return { type: 'video', video: { link: header.video } };
  return { type: 'document', document: { link: header.document } };
}
