import type { MediaProperties } from '@convapi/core';
import { need } from './need.ts';

/** A file: its public URL, or the URL with a preview image or a file name. */
export type MediaSource = string | MediaProperties;

/** The wire form of a file. */
export function toMedia(path: string, media: MediaSource): MediaProperties {
  return typeof media === 'string' ? { url: media } : need(path, media, 'object', 'a URL or an object');
}
