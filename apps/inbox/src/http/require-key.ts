import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';
import { refusalPage } from './refusal-page.ts';

const COOKIE_SECONDS = 30 * 24 * 60 * 60;
const WHERE = 'Open the address that the inbox printed when it started: the key is in it.';

/**
 * Lets only those through who have the access key. Where a request comes from proves nothing: tunnels and proxies make
 * everyone look like somebody on this machine. `/?key=…` leaves a cookie and leads to the page without the key, so that
 * it does not stay in the address, its history and screenshots.
 */
export function requireKey(accessKey: string): MiddlewareHandler {
  const cookie = cookieOf(accessKey);
  return async (c, next) => {
    const key = c.req.path === '/' ? c.req.query('key') : undefined;
    if (key !== undefined) return isSame(key, accessKey) ? signIn(c, cookie) : refuse(c, `That is not the key of this inbox. ${WHERE}`);
    const sent = (c.req.header('cookie') ?? '').split(';').map((pair) => pair.trim());
    return sent.some((pair) => isSame(pair, cookie)) ? next() : refuse(c, `Only who has its access key can read and answer here. ${WHERE}`);
  };
}

/** A name of its own for each key: cookies are not kept apart by port, and several inboxes run on one machine. */
function cookieOf(accessKey: string): string {
  const [name, value] = ['name', 'value'].map((purpose) => createHmac('sha256', accessKey).update(`cookie ${purpose}`).digest('base64url'));
  return `inbox-${name?.slice(0, 8)}=${value}`;
}

/** Hashes have one length, so that comparing tells nothing, not even how long the key is. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a as Buffer, b as Buffer);
}

function signIn(c: Context, cookie: string): Response {
  c.header('set-cookie', `${cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_SECONDS}`);
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'no-referrer');
  return c.redirect('/', 303);
}

function refuse(c: Context, detail: string): Response {
  c.header('cache-control', 'no-store');
  return c.req.header('accept')?.includes('text/html') ? refusalPage(c, detail) : problem(c, 401, detail);
}
