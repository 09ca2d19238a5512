import type { IncomingMessage } from 'node:http';
import { alreadyParsed, checkSize, tooLarge } from './raw-body.ts';

/** The raw body of a request of node:http: what a framework kept of it, else the stream up to the limit. */
export async function readNodeBody(req: IncomingMessage, maxBytes: number): Promise<string | Uint8Array> {
  const kept = findKeptBody(req);
  if (kept !== undefined) {
    checkSize(kept, maxBytes);
    return kept;
  }
  // Express sets an empty `req.body` without reading when the content type is not the parser's: only the stream tells.
  if (req.readableDidRead) throw alreadyParsed();
  return collect(req, maxBytes);
}

/** `rawBody` is where Nest and several function hosts keep the bytes beside the parsed body; `body` is express.raw() or .text(). */
function findKeptBody(req: IncomingMessage): string | Uint8Array | undefined {
  const { rawBody, body } = req as { rawBody?: unknown; body?: unknown };
  return [rawBody, body].find((value) => typeof value === 'string' || value instanceof Uint8Array);
}

function collect(req: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    req.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      // Paused, not destroyed: the socket is still needed for the answer.
      req.pause();
      reject(tooLarge());
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
    // A sender that left before this point makes no further event but this one, or none at all.
    req.on('close', () => reject(new Error('The request was closed before its body was complete.')));
    if (req.destroyed) reject(new Error('The request was closed before its body was read.'));
  });
}
