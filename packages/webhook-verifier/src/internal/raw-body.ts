import type { WebhookVerificationError } from '../webhook-verification-error.ts';
import { refusal } from './refusal.ts';

/** A body exactly as it was received. `Buffer` is a `Uint8Array`. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** A body that can be read: text, bytes or a stream that nobody reads yet; whatever a parser made of it is refused. */
export function toReadable(body: unknown): string | Uint8Array | AsyncIterable<Uint8Array> {
  // Parsed JSON has no such symbol, whatever the sender wrote.
  return (body as Stream)?.[Symbol.asyncIterator] && !(body as Stream).locked ? (body as Stream) : toRawBody(body);
}

/** The body as text or bytes; whatever a parser made of it is refused. */
export function toRawBody(body: unknown): string | Uint8Array {
  if (isRaw(body)) return body;
  try {
    // Made of an ArrayBuffer of any realm, and of nothing else.
    return new DataView(body as ArrayBuffer) as ArrayBufferView as Uint8Array;
  } catch {
    throw refusal(
      'body_already_parsed',
      'Pass raw body and headers, a Request (c.req.raw) or @convapi/webhook-verifier/express, /fastify, /node',
    );
  }
}

/** Is it text or bytes? Any view will do, of whatever realm: all that takes bytes takes it. */
export function isRaw(body: unknown): body is string | Uint8Array {
  return typeof body === 'string' || ArrayBuffer.isView(body);
}

/** The body as text or bytes, of no more than so many bytes. A stream is read no further, whatever `content-length` says. */
export async function readBody(body: string | Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number): Promise<string | Uint8Array> {
  if (isRaw(body)) {
    // A UTF-16 unit makes at most three bytes, so most texts need no encoding to be judged.
    const counted = typeof body !== 'string' ? body.byteLength : body.length * 3 > maxBytes ? new TextEncoder().encode(body).length : 0;
    if (counted > maxBytes) throw tooLarge();
    return body;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
  }
  return (!chunks[1] && chunks[0]) || new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/** What to say when a body is over the limit. */
export function tooLarge(): WebhookVerificationError {
  return refusal('body_too_large', 'Raise maxBodyBytes');
}

type Stream = AsyncIterable<Uint8Array> & { locked?: boolean };
