import type { Context } from 'hono';
import type { Space } from '../namespaces/index.ts';
import { type EmulatorFrame, toFrames } from '../views/index.ts';
import { readQuery, toWholeNumber } from './control-query.ts';

/** After so much silence, in milliseconds, a comment shows that the connection lives. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it comes again, in milliseconds. */
const RETRY_MS = 1000;

/** Changes that are put into words at a time: a chunk should fit into the buffer of a socket. */
const AT_ONCE = 64;

const HEADERS = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  // For proxies that would collect an answer before they hand it on.
  'x-accel-buffering': 'no',
} as const;

/**
 * `GET /_emulator/stream?after=`: all that happens, as server-sent events. A client that comes again says with `Last-Event-ID` where it was.
 *
 * Frames are written when the client reads: for one that does not, nothing is kept but its place, and it finds a `gap` there.
 */
export function answerStream(c: Context, { views }: Space): Response {
  const { after = c.req.header('last-event-id') } = readQuery(c, ['after']);
  const reader = views.feed.read(after === undefined || after === '' ? undefined : toWholeNumber('after', after, 0));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // So that the client knows at once that it is heard.
      controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
    },
    async pull(controller) {
      const changes = await reader.next(AT_ONCE, HEARTBEAT_MS);
      if (changes) controller.enqueue(encoder.encode(toText(toFrames(views, changes))));
      else controller.close();
    },
    cancel: () => reader.end(),
  });
  return new Response(body, { headers: HEADERS });
}

function toText(frames: readonly EmulatorFrame[]): string {
  if (frames.length === 0) return ': still here\n\n';
  return frames.map((frame) => `id: ${frame.seq}\ndata: ${JSON.stringify(frame)}\n\n`).join('');
}
