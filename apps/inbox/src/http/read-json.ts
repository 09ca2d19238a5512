import type { HonoRequest, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** A carousel with ten cards and long texts is well below. */
const MAX_BODY_BYTES = 256 * 1024;
/** What hono keeps of a body that was read; its type says that the promise is not one. */
type Cached = NonNullable<HonoRequest['bodyCache']['arrayBuffer']>;
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE']);

/**
 * Requires JSON on everything that changes something. A form on another site cannot send that type without asking
 * first, which is never granted here: so no such site can write in the person's name.
 */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (!WITHOUT_BODY.has(c.req.method) && type !== 'application/json')
    return problem(c, 415, 'Send JSON, with content-type: application/json.');
  return next();
};

/**
 * Refuses bodies over that many bytes. One that does not say its length, as a proxy may pass it on, is read to find out; not by
 * the limit of hono, which makes a `Request` of its own of it, and that fails on the requests of `@hono/node-server`.
 */
export function limitBody(maxBytes = MAX_BODY_BYTES): MiddlewareHandler {
  return async (c, next) => {
    const length = c.req.header('content-length');
    const { body } = c.req.raw;
    if (length !== undefined ? Number(length) <= maxBytes : body === null || WITHOUT_BODY.has(c.req.method)) return next();
    const bytes = length === undefined && body !== null ? await readUpTo(body, maxBytes) : undefined;
    if (bytes === undefined) {
      // what was not read is still on its way: the next request needs another connection
      c.header('connection', 'close');
      return problem(c, 413, `That is too large: at most ${Math.floor(maxBytes / 1024)} KB are taken here.`);
    }
    c.req.bodyCache.arrayBuffer = Promise.resolve(bytes) as unknown as Cached;
    return next();
  };
}

/** Undefined when there is more. */
async function readUpTo(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<ArrayBuffer | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    length += chunk.byteLength;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return new Blob(chunks).arrayBuffer();
}

/** The body as a JSON object; an empty one when it is none. */
export async function readFields(request: { json(): Promise<unknown> }): Promise<Record<string, unknown>> {
  try {
    const body = await request.json();
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
