import { VIBERBM_DOCUMENTS, VIBERBM_IMAGES } from '../generated/numbers.ts';

/** What a file is, as far as its name tells. */
export type FileKind = 'image' | 'sticker' | 'video' | 'audio' | 'document' | 'unknown';

/** Extensions by kind; any other one is a document. */
const KINDS: readonly (readonly [kind: FileKind, extensions: string])[] = [
  ['image', ' jpg jpeg png gif bmp ico tif tiff heic avif svg '],
  ['sticker', ' webp '],
  ['video', ' mp4 m4v 3gp 3gpp mov avi mkv webm mpg mpeg wmv '],
  ['audio', ' aac m4a amr mp3 ogg opus wav flac wma '],
];

/** Extensions that a channel shows as what they are, by kind. A kind that is left out has no stated list. */
type Shown = { readonly [K in FileKind]?: readonly string[] };

// A table that is put together from others is wrapped and marked pure, so that bundlers drop it where nobody uses it.
const SHOWN: { readonly [channel: string]: Shown } = /* @__PURE__ */ (() => ({
  WHATSAPP: {
    image: ['jpg', 'jpeg', 'png'],
    sticker: ['webp'],
    video: ['mp4', '3gp', '3gpp'],
    audio: ['aac', 'm4a', 'amr', 'mp3', 'ogg', 'opus'],
  },
  RCS: { image: ['jpg', 'jpeg', 'png', 'gif'], sticker: [], video: ['mp4'], document: ['pdf'] },
  VIBERBM: { image: VIBERBM_IMAGES, sticker: [], video: [], audio: [], document: VIBERBM_DOCUMENTS },
  MMS: {
    image: ['jpg', 'jpeg', 'png', 'gif', 'bmp'],
    sticker: [],
    video: ['mp4', '3gp', '3gpp'],
    audio: ['mp3', 'wav', 'amr'],
    document: ['vcf', 'txt', 'pdf'],
  },
  INSTAGRAM: { image: ['jpg', 'jpeg', 'png', 'ico', 'bmp'], sticker: [], video: [], audio: [], document: [] },
  LINE: { image: ['jpg', 'jpeg', 'png'], sticker: [], video: ['mp4'] },
}))();

/** Files of a card, where a channel states which: others are not shown as a part of it. */
const ON_CARDS: { readonly [channel: string]: readonly FileKind[] } = {
  WHATSAPP: ['image', 'video'],
  VIBERBM: ['image'],
  INSTAGRAM: ['image'],
};

/** A file that a channel does not show as what it is. */
export interface OddFile {
  kind: FileKind;
  extension: string;
  /** What it shows of this kind; empty for none. */
  shown: readonly string[];
}

/** Why a channel does not show a file with an extension; undefined where it does, and where there is no extension to tell. */
export function oddFile(channel: string, extension: string): OddFile | undefined {
  const kind = kindOf(extension);
  const shown = Object.hasOwn(SHOWN, channel) ? SHOWN[channel]?.[kind] : undefined;
  return shown === undefined || shown.includes(extension) ? undefined : { kind, extension, shown };
}

/** Which files a card of the channel can have, if that is stated and the file is none of them. */
export function oddCardFile(channel: string, extension: string): readonly FileKind[] | undefined {
  const kind = kindOf(extension);
  const kinds = Object.hasOwn(ON_CARDS, channel) ? ON_CARDS[channel] : undefined;
  if (kinds === undefined || kind === 'unknown') return undefined;
  return kinds.includes(kind) && oddFile(channel, extension) === undefined ? undefined : kinds;
}

function kindOf(extension: string): FileKind {
  if (extension === '') return 'unknown';
  for (const [kind, extensions] of KINDS) if (extensions.includes(` ${extension} `)) return kind;
  return 'document';
}
