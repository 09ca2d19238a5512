import { type Json, textOf } from './read.ts';
import type { MediaKind, RenderedMedia } from './rendered-part.ts';

const KINDS: Readonly<Record<string, MediaKind>> = {
  jpg: 'image',
  jpeg: 'image',
  png: 'image',
  gif: 'image',
  bmp: 'image',
  ico: 'image',
  tif: 'image',
  tiff: 'image',
  heic: 'image',
  avif: 'image',
  svg: 'image',
  webp: 'sticker',
  mp4: 'video',
  m4v: 'video',
  '3gp': 'video',
  '3gpp': 'video',
  mov: 'video',
  avi: 'video',
  mkv: 'video',
  webm: 'video',
  mpg: 'video',
  mpeg: 'video',
  wmv: 'video',
  aac: 'audio',
  m4a: 'audio',
  amr: 'audio',
  mp3: 'audio',
  ogg: 'audio',
  opus: 'audio',
  wav: 'audio',
  flac: 'audio',
  wma: 'audio',
};

/** The file of a media message. */
export function toRenderedMedia(value: Json): RenderedMedia {
  const url = textOf(value.url);
  const path = pathOf(url);
  const given = textOf(value.filename_override);
  const media: RenderedMedia = { url, media: kindOf(extensionOf(path)), fileName: given === '' ? lastSegment(path) : given };
  const thumbnail = textOf(value.thumbnail_url);
  if (thumbnail !== '') media.thumbnailUrl = thumbnail;
  return media;
}

/** The extension of the file that a URL names, in small letters; empty when it names none. */
export function extensionOfUrl(url: string): string {
  return extensionOf(pathOf(url));
}

function kindOf(extension: string): MediaKind {
  if (extension === '') return 'unknown';
  return Object.hasOwn(KINDS, extension) ? (KINDS[extension] ?? 'document') : 'document';
}

/** What stands before the query and the fragment, and behind the host. */
function pathOf(url: string): string {
  const ends = [url.indexOf('?'), url.indexOf('#')].filter((index) => index >= 0);
  const end = ends.length === 0 ? url.length : Math.min(...ends);
  const scheme = url.indexOf('://');
  const start = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
  return start < 0 || start >= end ? '' : url.slice(start, end);
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Up to five letters: a longer tail is rather a name with a dot in it. */
function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || dot < path.lastIndexOf('/')) return '';
  const length = path.length - dot - 1;
  return length > 0 && length <= 5 ? path.slice(dot + 1).toLowerCase() : '';
}
