import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { ICON } from '../page/icon.ts';
import { PAGE } from '../page/page.ts';
import { STYLES } from '../page/styles.ts';

/** Compiled scripts of the page; when this file runs from source, they are where the build put them. */
const SCRIPTS = new URL(import.meta.url.endsWith('.ts') ? '../../dist/page/browser/' : '../page/browser/', import.meta.url);

/** The page and what it loads: nothing comes from elsewhere, and nothing that a message says can become code. */
export function pageRoutes(): Hono {
  const page = new Hono();
  page.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  page.get('/', (c) => c.html(PAGE));
  page.get('/assets/styles.css', (c) => c.body(STYLES, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }));
  page.get('/assets/icon.svg', (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml' }));
  page.get('/assets/:name{[a-z-]+\\.js}', async (c) => {
    const script = await readFile(new URL(c.req.param('name'), SCRIPTS), 'utf8').catch(() => undefined);
    if (script === undefined) return c.notFound();
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
  });
  return page;
}
