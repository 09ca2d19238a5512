import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { CONSOLE_FOLDER, findPackageFile } from '../package-file.ts';

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
const HASHED = /\/assets\/.*-[\w-]{8}\.\w+$/;

const NOT_BUILT = '<!doctype html><html lang="en"><title>convapi emulator</title><p>The console is not part of this build of the emulator.';

/**
 * The console: files, all but the assets of them one page that finds its way by the address. They need no token, what they show does.
 *
 * @param folder where they are, if they are there
 */
export function createConsoleFiles(folder = findPackageFile(CONSOLE_FOLDER)): Hono {
  const routes = new Hono();
  routes.use(async (c, next) => {
    await next();
    const isAsset = c.res.ok && HASHED.test(c.req.path);
    c.res.headers.set('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  });
  if (folder === undefined) {
    routes.get('*', (c) => c.html(NOT_BUILT, 404));
    return routes;
  }
  const files = serveStatic({ root: folder, precompressed: true, rewriteRequestPath: (path) => path.slice(CONSOLE_PATH.length) });
  const page = serveStatic({ root: folder, path: 'index.html', precompressed: true });
  routes.get('*', files);
  // Everything but an asset that is missing is a place in the page.
  routes.get('*', async (c, next) => (c.req.path.startsWith(`${CONSOLE_PATH}/assets/`) ? c.notFound() : page(c, next)));
  return routes;
}
