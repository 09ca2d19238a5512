import type { MediaProperties } from '@convapi/core';

/** A file: its public URL, or the URL with a preview image or a file name. */
export type MediaSource = string | MediaProperties;

/** The wire form of a file. */
export function toMedia(media: MediaSource): MediaProperties {
  return typeof media === 'string' ? { url: media } : media;
}
