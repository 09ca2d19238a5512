import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Upload } from '../api/contract.ts';
import type { Database } from '../database/database.ts';
import { uploads } from '../database/schema.ts';
import { fileHeaders } from './fetch-media.ts';

/** As large as the largest picture, sound or video that WhatsApp takes. */
export const MAX_UPLOAD_BYTES = 16 * 1024 * 1024;
/** 192 bits: nobody guesses the address of a file. */
const ID_BYTES = 24;
const MAX_NAME = 120;
/** What at least one channel takes. None of them is a page, and none can be sent by a form of another site. */
const TAKEN =
  /^(?:image\/(?:png|jpeg|gif|webp)|video\/(?:mp4|3gpp|quicktime|mpeg|webm)|audio\/(?:aac|amr|mpeg|mp4|ogg|wav|3gpp)|text\/(?:vcard|calendar)|application\/(?:pdf|zip|msword|vnd\.ms-excel|vnd\.ms-powerpoint|vnd\.openxmlformats-officedocument\.[\w.]+))$/;

/** Can a file of that type be put in? */
export function isUploadType(type: string): boolean {
  return TAKEN.test(type);
}

/** Keeps a file under an address that channels can fetch, below `baseUrl`. */
export async function keepUpload(
  db: Database,
  baseUrl: string,
  file: { name: string; type: string; bytes: Uint8Array; at: Date },
): Promise<Upload> {
  const id = randomBytes(ID_BYTES).toString('base64url');
  const name = toFileName(file.name);
  await db.insert(uploads).values({ id, ...file, name });
  return { url: `${baseUrl}/uploads/${id}/${encodeURIComponent(name)}`, name, type: file.type, bytes: file.bytes.byteLength };
}

/** The file, for whoever has its address; undefined when there is none. */
export async function readUpload(db: Database, id: string): Promise<Response | undefined> {
  const [file] = await db.select().from(uploads).where(eq(uploads.id, id));
  if (!file) return undefined;
  const isShown = /^(?:image|video|audio)\//.test(file.type);
  const headers = { ...fileHeaders(file.type, isShown ? undefined : file.name), 'cross-origin-resource-policy': 'cross-origin' };
  return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'cache-control': 'private, max-age=86400' } });
}

/** The last part of a path, without what means something in a path or a header. */
function toFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}"<>|:*?%#]/gu, '')
    .trim()
    .slice(-MAX_NAME);
  return plain.replace(/^\.+/, '') || 'file';
}
