import { runSuite } from './run-suite.js';

/** @type {((request: Request) => Promise<Response>) | undefined} */
let served;

/** Runs the suite for a request to `/suite` and streams what it tells; other requests go to what a check serves meanwhile. */
export default {
  /** @param {Request} request @param {unknown} _env @param {{ waitUntil(promise: Promise<unknown>): void }} context */
  async fetch(request, _env, context) {
    const { pathname, origin, searchParams } = new URL(request.url);
    if (pathname !== '/suite') return served ? served(request) : new Response(null, { status: 404 });
    const { readable, writable } = new TransformStream();
    const writer = writable.getWriter();
    const encoder = new TextEncoder();
    const tools = {
      base: searchParams.get('base') ?? '',
      runtime: /** @type {const} */ ('workerd'),
      /** @param {(request: Request) => Promise<Response>} handler */
      async serve(handler) {
        served = handler;
        const close = async () => {
          served = undefined;
        };
        return { url: `${origin}/callbacks`, close };
      },
    };
    const version = searchParams.get('version') ?? '';
    const running = runSuite(tools, version, (line) => writer.write(encoder.encode(`${JSON.stringify(line)}\n`)));
    context.waitUntil(running.finally(() => writer.close()));
    return new Response(readable);
  },
};
