import { extensionOf as endingOf, fileNameOf } from '../rules/file-name.ts';
import type { Draft } from './draft.ts';
import { isRecord, type Json, ownValue, recordOf, textOf } from './read.ts';
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
  const given = textOf(value.filename_override);
  const { name, extension } = fileNameOf(url);
  const facts = recordOf(ownValue(draft.options.files, url));
  const told = textOf(facts.mimeType).toLowerCase();
  const mimeType = told === '' ? typeOf(extension) : told;
  const media: RenderedMedia = { url, media: kindOf(extension, mimeType), fileName: given === '' ? name : given };
  if (mimeType !== undefined) media.mimeType = mimeType;
  if (isRecord(draft.options.files)) addFacts(media, facts);
  const thumbnail = textOf(value.thumbnail_url);
  if (thumbnail !== '') media.thumbnailUrl = thumbnail;
  return media;
}

function addFacts(media: RenderedMedia, facts: Json): void {
  for (const key of NUMBERS) {
    const number = facts[key];
    if (typeof number === 'number' && Number.isFinite(number)) media[key] = number;
  }
  if (textOf(facts.alt) !== '') media.alt = textOf(facts.alt);
}

/** The ending that a file of its type has, in small letters; empty when neither its MIME type nor its URL tells one. */
export function extensionOf({ url, mimeType }: RenderedMedia): string {
  const ending = endingOf(url);
  if (mimeType === undefined || mimeType === typeOf(ending)) return ending;
  for (const [extension, type] of Object.entries(TYPES)) if (type === mimeType) return extension;
  return ending;
}

function kindOf(extension: string, type: string | undefined): MediaKind {
  if (type === undefined) return extension === '' ? 'unknown' : 'document';
  if (type === 'image/webp') return 'sticker';
  return type.startsWith('image/') ? 'image' : type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'document';
}

function typeOf(extension: string): string | undefined {
  const type: unknown = TYPES[extension];
  // `constructor` is no ending that anybody knows, and what every object has under that name is no text.
  return typeof type === 'string' ? type : undefined;
}
