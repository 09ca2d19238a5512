import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from './problem.ts';

const MAX_BODY_BYTES = 65_536;

/**
 * Requires JSON on everything that changes something. A form on another site cannot send that type without asking
 * first, which is never granted here: so no such site can write in the person's name.
 */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (c.req.method !== 'GET' && type !== 'application/json') return problem(c, 415, 'Send JSON, with content-type: application/json.');
  return next();
};

/** Refuses bodies over 64 KiB. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, 413, `The body is over ${MAX_BODY_BYTES} bytes.`) });
}

/** The body as JSON; undefined when it is none. */
export async function readJson(request: { json(): Promise<unknown> }): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
