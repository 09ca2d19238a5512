import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { CONSOLE_FOLDER, packageFile } from '../package-file.ts';

/** Where the console is. */
export const CONSOLE_PATH = '/_emulator/console';

/** Nothing comes from elsewhere, nothing that is shown runs, and no other page shows it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

/** Names of files that change when their content does, as the build gives them: `index-Dq0b3x1a.js`. */
const HASHED = /\/assets\/.*-[\w-]{8}\.\w+(\.br|\.gz)?$/;

const NOT_BUILT = '<!doctype html><html lang="en"><title>convapi emulator</title><p>The console is not part of this build of the emulator.';

/**
 * The console: files, all but the assets of them one page that finds its way by the address. They need no token, what they show does.
 *
 * @param folder where they are
 */
export function createConsoleFiles(folder = packageFile(CONSOLE_FOLDER)): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  if (!existsSync(folder)) {
    routes.get('*', (c) => c.html(NOT_BUILT, 404));
    return routes;
  }
  const files = serveStatic({
    root: folder,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(CONSOLE_PATH.length),
    onFound: (path, c) => c.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  const page = serveStatic({
    root: folder,
    path: 'index.html',
    precompressed: true,
    onFound: (_, c) => c.header('cache-control', 'no-cache'),
  });
  routes.get('*', files);
  // What looks like a file and is none is missing; everything else is a place in the page.
  routes.get('*', async (c, next) => (/\/assets\/|\.\w+$/.test(c.req.path) ? c.notFound() : page(c, next)));
  return routes;
}
