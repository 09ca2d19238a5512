import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/**
 * Refuses what a page of another site asks for in the name of the person: whatever changes something comes from a page of
 * this inbox, or from no page at all.
 */
export const checkOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const isOwn = origin === undefined || hostOf(origin) === (c.req.header('host') ?? new URL(c.req.url).host);
  const isOther = site !== undefined && site !== 'same-origin' && site !== 'none';
  return isOwn && !isOther ? next() : problem(c, 403, 'This came from a page of another site.');
};

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
