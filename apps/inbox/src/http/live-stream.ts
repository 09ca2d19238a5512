import type { LiveHub } from '../live/live-hub.ts';

const HEARTBEAT_MS = 20_000;

/** Server-sent events of {@link LiveHub}, and a comment now and then to notice dead connections. `agentId` does not hear of their own typing. */
export function liveStream(hub: LiveHub, agentId: string): Response {
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
        ({ name, data }) => {
          if (name === 'typing' && data.agentId === agentId) return;
          write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
        },
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
