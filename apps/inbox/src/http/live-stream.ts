import type { LiveHub } from '../live-hub.ts';

const HEARTBEAT_MS = 20_000;

/** Server-sent events: one named `conversation` for each change, and a comment now and then to notice dead connections. */
export function liveStream(hub: LiveHub): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        try {
          controller.enqueue(encoder.encode(text));
        } catch {
          // The page is gone, and nobody cancelled: whoever publishes must not fail for it.
          stop();
        }
      };
      const unsubscribe = hub.subscribe(
        (event) => write(`event: conversation\ndata: ${JSON.stringify(event)}\n\n`),
        () => {
          stop();
          controller.close();
        },
      );
      const timer = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      stop = () => {
        clearInterval(timer);
        unsubscribe();
      };
      // Headers only leave with the first bytes.
      write('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' } });
}
