import { createHash } from 'node:crypto';

/** A file that stands behind an address of the emulator. */
export interface MediaFile {
  sha256: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Files for messages in both directions, found by what is in them. They are in memory, and the oldest goes when there are too many. */
export interface MediaStore {
  add(bytes: Uint8Array, contentType: string): MediaFile;
  get(sha256: string): MediaFile | undefined;
}

/** Largest file: what WhatsApp takes as a video. */
export const MOST_FILE_BYTES = 16 * 1024 * 1024;

/** All files together. */
const MOST_BYTES = 128 * 1024 * 1024;

/** What phones show or save, and no browser runs. */
const TYPES =
  /^(image\/(jpeg|png|gif|webp)|video\/(mp4|3gpp|webm|quicktime)|audio\/(mpeg|mp4|ogg|aac|amr|3gpp|wav)|application\/pdf|text\/(vcard|plain))$/;

/** The type without its parameters, when it is one that is taken. */
export function readMediaType(header: string | undefined): string | undefined {
  const type = header?.split(';', 1)[0]?.trim().toLowerCase();
  return type !== undefined && TYPES.test(type) ? type : undefined;
}

export function createMediaStore(): MediaStore {
  const files = new Map<string, MediaFile>();
  let total = 0;

  function forget(sha256: string): void {
    total -= files.get(sha256)?.bytes.byteLength ?? 0;
    files.delete(sha256);
  }

  return {
    add(bytes, contentType) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      forget(sha256);
      const file = { sha256, contentType, bytes };
      files.set(sha256, file);
      total += bytes.byteLength;
      for (const oldest of files.keys()) {
        if (total <= MOST_BYTES) break;
        forget(oldest);
      }
      return file;
    },
    get: (sha256) => files.get(sha256),
  };
}
