import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const handset = join(import.meta.dirname, '../..');

/** As strict as a page can be: nothing inline, no text becomes a script or markup, nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page with the custom element, as it is packed. */
const ELEMENT_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Phones</title>
<script type="module" src="/element.mjs"></script><main><h1>Phones</h1></main></html>`;

/** The element is in the page, with a property, before the script that defines it. */
const EARLY_PAGE =
  '<!doctype html><html lang="en"><script src="/early.js" defer></script><script type="module" src="/element.mjs"></script></html>';
const EARLY_SCRIPT = `const phone = document.createElement('convapi-handset');
phone.message = { text_message: { text: 'Early' } };
document.documentElement.append(phone);`;

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#c58"/></svg>';

/** The gallery at `/`, the custom element at `/element.html`; everything under the strictest policy. */
export async function servePages(): Promise<{ url: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'convapi-gallery-'));
  execFileSync(process.execPath, ['scripts/build-gallery.mjs', folder], { cwd: handset, stdio: 'inherit' });
  const files: Record<string, string | undefined> = {
    '/element.html': ELEMENT_PAGE,
    '/early.html': EARLY_PAGE,
    '/early.js': EARLY_SCRIPT,
    '/picture.svg': PICTURE,
    '/element.mjs': readFileSync(join(handset, 'dist/element.mjs'), 'utf8'),
    '/': readFileSync(join(folder, 'index.html'), 'utf8'),
    '/gallery.js': readFileSync(join(folder, 'gallery.js'), 'utf8'),
    '/gallery.css': readFileSync(join(folder, 'gallery.css'), 'utf8'),
    '/favicon.ico': '',
  };
  rmSync(folder, { recursive: true });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const body = files[path];
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html; charset=utf-8');
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
