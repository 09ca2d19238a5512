import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';

/** The built page; when this file runs from source, it is where the build put it. */
const FOLDER = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/' : '../page/', import.meta.url));

/** Names of assets hold the hash of what is in them. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * The page and what it loads. It is for anyone: what it shows comes through the API, which asks who is there. Nothing comes from elsewhere, and
 * nothing that a message says can become code.
 */
export function pageRoutes(): Hono {
  const page = new Hono();
  page.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        mediaSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  page.get('/assets/*', serveFiles(IMMUTABLE));
  page.get('/icon.svg', serveFiles('public, max-age=86400'));
  page.get('/', etag(), serveFiles('no-cache'));
  return page;
}

function serveFiles(cacheControl: string) {
  return serveStatic({
    root: FOLDER,
    precompressed: true,
    onFound: (_path, c) => c.header('cache-control', cacheControl),
  });
}
