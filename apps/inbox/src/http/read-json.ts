import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

/** A carousel with ten cards and long texts is well below. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * Requires JSON on everything that changes something. A form on another site cannot send that type without asking
 * first, which is never granted here: so no such site can write in the person's name.
 */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  const hasBody = c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.req.method !== 'DELETE';
  if (hasBody && type !== 'application/json') return problem(c, 415, 'Send JSON, with content-type: application/json.');
  return next();
};

/** Refuses bodies over that many bytes. */
export function limitBody(maxSize = MAX_BODY_BYTES): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: (c) => problem(c, 413, `That is too large: at most ${Math.floor(maxSize / 1024)} KB are taken here.`),
  });
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
