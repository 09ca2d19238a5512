import type { MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Headers that a tunnel or proxy adds: whoever is behind it is not on this machine, whatever the Host says. */
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'cf-connecting-ip'];

/**
 * Lets only people on this machine through. The page has no login, so a tunnel opened for `/webhook` must not show it,
 * and a web page elsewhere must not reach it by pointing a name of its own here (DNS rebinding).
 */
export function guardLocal(host: string | undefined): MiddlewareHandler {
  const names = new Set(host === undefined ? LOCAL_NAMES : [...LOCAL_NAMES, host.includes(':') ? `[${host}]` : host]);
  return async (c, next) => {
    const name = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase().replace(/:\d+$/, '');
    if (!names.has(name))
      return problem(c, 403, `This page is not served under the name "${name}". Open it under the address that was printed at the start.`);
    if (PROXY_HEADERS.some((header) => c.req.header(header) !== undefined)) {
      return problem(c, 403, 'Only /webhook is open to a tunnel or proxy: the page and its API have no login.');
    }
    return next();
  };
}
