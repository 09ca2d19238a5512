import { WebhookVerificationError } from '../webhook-verification-error.ts';

/** A body exactly as it was received. `Buffer` is a `Uint8Array`. */
export type RawBody = string | Uint8Array | ArrayBuffer;

/** The body as text or bytes; whatever a parser made of it is refused. */
export function toRawBody(body: unknown): string | Uint8Array {
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  // Some test runners have a Uint8Array of their own, which Buffer does not extend.
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  throw alreadyParsed();
}

/** Refuses a body over the limit, counting text as its UTF-8 bytes. */
export function checkSize(body: string | Uint8Array, maxBytes: number): void {
  // A UTF-16 unit makes at most three bytes, so most texts need no encoding to be judged.
  const counted = typeof body === 'string' && body.length * 3 > maxBytes ? new TextEncoder().encode(body) : body;
  if (counted.length > maxBytes) throw tooLarge(maxBytes);
}

/** The body of a web request. Stops reading at the limit, whatever `content-length` says. */
export async function readRequestBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked) throw alreadyParsed();
  const reader = request.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks.push(part.value);
    size += part.value.length;
    if (size > maxBytes) {
      // Not awaited: a sender that never ends must not hold the answer back.
      reader?.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : joinBytes(chunks);
}

/** One array of several parts. A Blob does the joining in few bytes of code. */
export async function joinBytes(parts: (string | Uint8Array)[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** What to say when only a parsed body is left. */
export function alreadyParsed(): WebhookVerificationError {
  return new WebhookVerificationError(
    'body_already_parsed',
    'The body was read or parsed before. Pass an unread Request or the raw body, e.g. from express.raw().',
  );
}

/** What to say when a body is over the limit. */
export function tooLarge(maxBytes: number): WebhookVerificationError {
  return new WebhookVerificationError('body_too_large', `The body is over ${maxBytes} bytes. Raise maxBodyBytes if it is real.`);
}
