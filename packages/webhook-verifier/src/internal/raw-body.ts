import type { WebhookVerificationError } from '../webhook-verification-error.ts';
import { refusal } from './refusal.ts';

/** A body exactly as it was received. `Buffer` is a `Uint8Array`. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The body as text or bytes; whatever a parser made of it is refused. */
export function toRawBody(body: unknown): string | Uint8Array {
  // Some test runners have a Uint8Array of their own, which Buffer does not extend. All that takes bytes takes any view.
  if (typeof body === 'string' || ArrayBuffer.isView(body)) return body as string | Uint8Array;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  throw alreadyParsed();
}

/** Refuses a body over the limit, counting text as its UTF-8 bytes. */
export function checkSize(body: string | Uint8Array, maxBytes: number): void {
  // A UTF-16 unit makes at most three bytes, so most texts need no encoding to be judged.
  const counted = typeof body !== 'string' ? body.byteLength : body.length * 3 > maxBytes ? new TextEncoder().encode(body).length : 0;
  if (counted > maxBytes) throw tooLarge();
}

/** Is it a stream that nobody reads yet? Parsed JSON has no such symbol, whatever the sender wrote. */
export function isFreeStream(body: unknown): body is AsyncIterable<Uint8Array> {
  const stream = body as Partial<ReadableStream & AsyncIterable<Uint8Array>> | null | undefined;
  return stream?.[Symbol.asyncIterator] !== undefined && !stream.locked;
}

/** The body of a stream. Stops reading at the limit, whatever `content-length` says. */
export async function readStream(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/** What to say when only a parsed body is left. */
export function alreadyParsed(): WebhookVerificationError {
  return refusal('body_already_parsed', 'Pass the raw body, e.g. from express.raw()');
}

/** What to say when a body is over the limit. */
export function tooLarge(): WebhookVerificationError {
  return refusal('body_too_large', 'Raise maxBodyBytes');
}
