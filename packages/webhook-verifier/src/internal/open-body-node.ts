import type { Readable } from 'node:stream';
import { tooLarge } from './raw-body.ts';

/**
 * The body of a request of Node as a stream of the web, which is read when someone asks for it and no further than the
 * limit: what is refused for its headers is never read.
 */
export function openBody(source: Readable, maxBytes: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  // Left as it is when nobody reads on, not destroyed: the socket is still needed for the answer.
  let chunks: AsyncIterator<Uint8Array<ArrayBuffer>> | undefined;
  let size = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        chunks ??= source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array<ArrayBuffer>>;
        const { done, value } = await chunks.next();
        if (done) return controller.close();
        size += value.length;
        if (size > maxBytes) throw tooLarge();
        controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}
