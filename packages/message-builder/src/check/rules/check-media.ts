import { LIMITS } from '../../generated/limits.ts';
import { asText, fieldOf } from '../read.ts';
import { type Scope, tell } from '../scope.ts';

/** What a file is, as far as its name tells. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document';

// Tables that are put together from others are wrapped and marked pure, so that bundlers drop those that nobody uses.
/** The extensions that are known, by kind. */
const EXTENSIONS: { readonly [K in MediaKind]: readonly string[] } = /* @__PURE__ */ (() => ({
  image: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'bmp', 'ico', 'svg', 'heic', 'tif', 'tiff', 'avif'],
  video: ['mp4', '3gp', '3gpp', 'mov', 'avi', 'webm', 'mkv', 'mpeg', 'mpg', 'm4v'],
  audio: ['mp3', 'aac', 'm4a', 'amr', 'ogg', 'opus', 'wav', 'flac', 'wma'],
  document: [...LIMITS.VIBERBM.media.value.document, 'ppt', 'pptx', 'zip', 'vcf', 'ics', 'epub', 'json', 'xml'],
}))();

/** Extensions that a channel shows as what they are. A kind that is left out has no stated list. */
const SHOWN: { readonly [channel: string]: { readonly [K in MediaKind]?: readonly string[] } } = /* @__PURE__ */ (() => ({
  WHATSAPP: {
    image: ['jpg', 'jpeg', 'png', 'webp'],
    video: ['mp4', '3gp', '3gpp'],
    audio: ['aac', 'm4a', 'amr', 'mp3', 'ogg', 'opus'],
  },
  RCS: { image: ['jpg', 'jpeg', 'png', 'gif'], video: ['mp4'], document: ['pdf'] },
  VIBERBM: { image: LIMITS.VIBERBM.media.value.image, video: [], audio: [], document: LIMITS.VIBERBM.media.value.document },
  MMS: {
    image: ['jpg', 'jpeg', 'png', 'gif', 'bmp'],
    video: ['mp4', '3gp', '3gpp'],
    audio: ['mp3', 'wav', 'amr'],
    document: ['vcf', 'txt', 'pdf'],
  },
  INSTAGRAM: { image: ['jpg', 'jpeg', 'png', 'ico', 'bmp'], video: [], audio: [], document: [] },
  LINE: { image: ['jpg', 'jpeg', 'png'], video: ['mp4'] },
}))();

/** Channels that send the address of any other file as text. */
const SENDS_ADDRESS: readonly string[] = ['WHATSAPP', 'VIBERBM', 'INSTAGRAM'];

/** A file by URL. Its name is all there is to go by, so that what is found is a warning. */
export function checkMedia(scope: Scope, path: string, media: unknown): void {
  const url = asText(fieldOf(media, 'url'));
  if (url === undefined) return;
  const { channel, limits, report } = scope;
  const extension = extensionOf(media);
  const kind = kindOf(extension);
  const shown = Object.hasOwn(SHOWN, channel) && kind !== undefined ? SHOWN[channel]?.[kind] : undefined;
  if (shown !== undefined && !shown.includes(extension)) {
    const effect = SENDS_ADDRESS.includes(channel) ? 'Its address is sent as text.' : undefined;
    const limit = shown.length === 0 ? `no ${kind}` : shown.join(', ');
    const text = `ends in .${extension}, and ${channel} ${shown.length === 0 ? `shows no ${kind} file` : `shows ${kind} files that are ${limit}`}`;
    tell(
      report,
      channel,
      { path: `${path}.url`, code: 'media_type', severity: 'warning', limit, actual: extension, text, effect },
      limits.media,
    );
  }
  if (channel === 'LINE' && /^http:/i.test(url)) {
    tell(
      report,
      channel,
      {
        path: `${path}.url`,
        code: 'media_type',
        severity: 'warning',
        limit: 'https',
        actual: 'http',
        text: 'starts with http:, and LINE takes https: only',
      },
      limits.media,
    );
  }
}

/** What a file is, if its name tells. */
export function kindOfMedia(media: unknown): MediaKind | undefined {
  return kindOf(extensionOf(media));
}

function kindOf(extension: string): MediaKind | undefined {
  for (const kind of ['image', 'video', 'audio', 'document'] as const) if (EXTENSIONS[kind].includes(extension)) return kind;
  return undefined;
}

/** In lower case, without the dot; empty when there is none. */
function extensionOf(media: unknown): string {
  const url = asText(fieldOf(media, 'url')) ?? '';
  // The end of a bare host is no extension.
  if (!url.includes('/', 'https://'.length)) return '';
  // Only the end of the path can tell, so that the length of a hostile address does not matter.
  const path = (url.split(/[?#]/, 1)[0] ?? '').slice(-64);
  return /\.([a-z0-9]{2,4})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}
