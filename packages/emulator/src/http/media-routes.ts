import type { Context } from 'hono';
import { EmulatorError } from '../emulator-error.ts';
import { type MediaStore, MOST_FILE_BYTES, readMediaType } from '../media/index.ts';
import { emulatorError, json, readBytes } from '../requests/index.ts';
import { readQuery } from './control-query.ts';

/** `POST /_emulator/media`: takes a file, and says where it stands. @param url of the emulator */
export async function takeMedia(c: Context, media: MediaStore, url: string): Promise<Response> {
  readQuery(c, []);
  const type = readMediaType(c.req.header('content-type'));
  if (type === undefined) {
    throw new EmulatorError('Content-Type must be that of a picture, a video, a sound, a PDF, a vCard or a plain text, such as image/png.');
  }
  const bytes = await readBytes(c.req.raw, MOST_FILE_BYTES);
  if (bytes === undefined) return emulatorError(413, 'too-large', `The file is over ${MOST_FILE_BYTES} bytes.`);
  if (bytes.byteLength === 0) throw new EmulatorError('The file is empty.');
  const { sha256 } = media.add(bytes, type);
  return json(200, { url: `${url}/_emulator/media/${sha256}`, sha256, content_type: type, bytes: bytes.byteLength });
}

/** `GET /_emulator/media/{sha256}`: for receivers and phones, so without a token: nobody can guess the address. */
export function showMedia(c: Context, media: MediaStore): Response {
  const file = media.get(c.req.param('sha256') ?? '');
  if (!file)
    return emulatorError(404, 'not-found', 'There is no such file. Files are in memory only, and the oldest goes when there are too many.');
  // Declarations that users compile name no buffer: TypeScript before 5.7 knows none.
  return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes.byteLength),
      // The address says what is behind it.
      'cache-control': 'public, max-age=31536000, immutable',
      // What somebody uploaded runs nowhere.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
