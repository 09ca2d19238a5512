import type { MediaProperties } from '@convapi/core';
import { need } from './need.ts';
import { type Fields, toWire } from './to-wire.ts';

/** A file by its URL. */
export interface MediaOptions {
  /** Public URL of the file. */
  url: string;
  /** Public URL of a small image that stands for it. */
  thumbnailUrl?: string | undefined;
  /** Name that a document is shown under. Default: that in the URL. */
  filenameOverride?: string | undefined;
}

/** A file: its public URL, or the URL with a preview image or a file name. */
export type MediaSource = string | MediaOptions;

const FIELDS: Fields<MediaOptions, MediaProperties> = {
  url(media, url, path) {
    media.url = need(path, url);
  },
  thumbnailUrl(media, url, path) {
    media.thumbnail_url = need(path, url);
  },
  filenameOverride(media, name, path) {
    media.filename_override = need(path, name);
  },
};

/** The wire form of a file. */
export function toMedia(path: string, media: MediaSource): MediaProperties {
  if (typeof media === 'string') return { url: media };
  const wire = toWire(path, need(path, media, 'object', 'a URL or an object'), FIELDS, {} as MediaProperties);
  need(`${path}.url`, wire.url);
  return wire;
}
