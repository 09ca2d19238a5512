import type { Draft } from './draft.ts';
import { type Json, ownValue, recordOf, textOf } from './read.ts';
import type { MediaKind, RenderedMedia } from './rendered-part.ts';

/** MIME types by the ending of a file's name. */
const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  heic: 'image/heic',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  mp4: 'video/mp4',
  m4v: 'video/x-m4v',
  '3gp': 'video/3gpp',
  '3gpp': 'video/3gpp',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  mkv: 'video/x-matroska',
  webm: 'video/webm',
  mpg: 'video/mpeg',
  mpeg: 'video/mpeg',
  wmv: 'video/x-ms-wmv',
  aac: 'audio/aac',
  m4a: 'audio/mp4',
  amr: 'audio/amr',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/opus',
  wav: 'audio/wav',
  flac: 'audio/flac',
  wma: 'audio/x-ms-wma',
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  zip: 'application/zip',
  txt: 'text/plain',
  csv: 'text/csv',
  vcf: 'text/vcard',
  ics: 'text/calendar',
};

const NUMBERS = ['bytes', 'width', 'height', 'durationSeconds'] as const;

/** A file: what the message says of it, and what the options know. */
export function toRenderedMedia(draft: Draft, value: Json): RenderedMedia {
  const url = textOf(value.url);
  const path = pathOf(url);
  const given = textOf(value.filename_override);
  const extension = endingOf(path);
  const facts = recordOf(ownValue(draft.options.files, url));
  const told = textOf(facts.mimeType).toLowerCase();
  const media: RenderedMedia = { url, media: kindOf(extension, told), fileName: given === '' ? lastSegment(path) : given };
  const mimeType = told === '' ? typeOf(extension) : told;
  if (mimeType !== undefined) media.mimeType = mimeType;
  for (const key of NUMBERS) {
    const number = facts[key];
    if (typeof number === 'number' && Number.isFinite(number)) media[key] = number;
  }
  if (textOf(facts.alt) !== '') media.alt = textOf(facts.alt);
  const thumbnail = textOf(value.thumbnail_url);
  if (thumbnail !== '') media.thumbnailUrl = thumbnail;
  return media;
}

/** The ending that a file of its type has, in small letters; empty when neither its MIME type nor its URL tells one. */
export function extensionOf({ url, mimeType }: RenderedMedia): string {
  const ending = endingOf(pathOf(url));
  if (mimeType === undefined || mimeType === typeOf(ending)) return ending;
  for (const [extension, type] of Object.entries(TYPES)) if (type === mimeType) return extension;
  return ending;
}

function kindOf(extension: string, told: string): MediaKind {
  const type = told === '' ? typeOf(extension) : told;
  if (type === undefined) return extension === '' ? 'unknown' : 'document';
  if (type === 'image/webp') return 'sticker';
  const [family] = type.split('/');
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}

function typeOf(extension: string): string | undefined {
  return Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
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
function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  if (dot < 0 || dot < path.lastIndexOf('/')) return '';
  const length = path.length - dot - 1;
  return length > 0 && length <= 5 ? path.slice(dot + 1).toLowerCase() : '';
}
